import Contracts
import Feature

extension Measurement: RoadRecord {
  /// A year is measured as its agreements came out; an outcome bears the year that begins when its agreement has ended.
  static var road: RoadPlace {
    RoadPlace(
      .measurement,
      milestones: [.init("measuredOn", "اندازه‌گیری", "measured"), .init("approvedOn", "تأیید", "approved")],
      matches: [.init(OutcomeEntity.self, ["province": "province", "year": "year"], shifted: ["year": 1])])
  }
}
