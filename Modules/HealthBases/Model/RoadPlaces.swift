import Contracts
import Feature

extension HealthBase: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(.base, milestones: [.init("admittedOn", "پذیرش پایگاه", "base admitted")])
  }
}

extension Agreement: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .agreement,
      milestones: [
        .init("starts", "آغاز توافق‌نامه", "agreement begins"), .init("decidedOn", "تصمیم دربارهٔ سال", "year decided"),
        .init("terminatedOn", "فسخ", "terminated"),
      ])
  }
}

extension AgreementOutcome: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .outcome,
      milestones: [
        .init("settledOn", "نتیجهٔ سال", "the year's outcome"), .init("releasedOn", "تجدید پس از توقف یا اعتراض", "renewed after all"),
      ],
      partOf: ["agreement"])
  }
}
