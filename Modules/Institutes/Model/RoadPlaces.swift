import Contracts
import Feature

extension Institute: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .institute,
      milestones: [
        .init("requestedOn", "درخواست ثبت", "registration request"), .init("agreedOn", "موافقت اصولی", "agreement in principle"),
        .init("licensedOn", "دارای پروانه", "licensed"),
      ])
  }
}

extension AgreementInPrinciple: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(
      .agreementInPrinciple, milestones: [.init("signedOn", "امضای موافقت اصولی", "agreement in principle signed")],
      partOf: ["institute"])
  }
}

extension Licence: RoadRecord {
  static var road: RoadPlace {
    RoadPlace(.licence, milestones: [.init("signedOn", "صدور پروانه", "licence issued")], partOf: ["institute"])
  }
}
