import Contracts
import Feature

/// A measurement is approved once.
struct MeasurementLifecycle: StateMachine {
  typealias Subject = MeasurementEntity
  static let id = "monitoring.measurement-approval"
  static let version = 2
  static let objectionCode = "monitoring.approved-already"
  static let texts = Texts("هر نسخهٔ اندازه‌گیری یک بار تأیید می‌شود.", "A revision of a measurement is approved once.")
  static let source = NewestRevision.source
  static let transitions: [Transition<MeasurementState, MeasurementMove>] = [
    .init(.approve, from: [.measured], to: .approved, by: ApproveMeasurement.self)
  ]
}

/// What happens to a measurement.
enum MeasurementMove: String, Choice {
  case approve

  var texts: Texts { Texts("تأیید", "approval") }
}

/// A year is measured once; again only when the facts behind it have changed.
struct YearlyMeasurement: Rule {
  static let id = "monitoring.yearly-measurement"
  static let texts = Texts(
    "هر سال یک بار اندازه‌گیری می‌شود و اندازه‌گیری دوباره تنها با تغییر داده‌ها، به شکل نسخهٔ تازه، شدنی است.",
    "A year is measured once; again only when the facts have changed, as a new revision.")
  static let source = Citation("S0", "دورهٔ پایش و اندازه‌گیری: سالانه", "period of monitoring and measurement: yearly")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var year: Int
    /// 0 when the year was not measured yet.
    var lastRevision: Int
    var hasChanged: Bool
  }

  enum Objection: RuleObjection {
    case nothingChanged(Int)

    var code: String { "monitoring.nothing-changed" }
    var texts: Texts {
      switch self {
      case .nothingChanged(let revision):
        Texts(
          "از نسخهٔ \(revision) این سال چیزی تغییر نکرده است.", "Nothing has changed since revision \(revision) of this year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.lastRevision > 0 && !facts.hasChanged ? [.nothingChanged(facts.lastRevision)] : []
  }
}

/// Only the newest revision of a year is approved.
struct NewestRevision: Rule {
  static let id = "monitoring.newest-revision"
  static let texts = Texts(
    "تنها تازه‌ترین نسخهٔ اندازه‌گیری یک سال تأیید می‌شود.",
    "Only the newest revision of a year's measurement is approved.")
  static let source = Citation("S0", "ناظر فرایند: معاونت امور پیشگیری", "supervisor of the process: deputy for prevention")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isNewest: Bool
  }

  enum Objection: RuleObjection {
    case newerRevision

    var code: String {
      switch self {
      case .newerRevision: "monitoring.newer-revision"
      }
    }
    var texts: Texts {
      switch self {
      case .newerRevision: Texts("این سال نسخهٔ تازه‌تری دارد.", "There is a newer revision of this year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.isNewest ? [] : [.newerRevision]
  }
}
