import Contracts
import HealthBases
import Groups
import Institutes
import Jalali
import Mobilisation
import Registry
import Values

/// Fills a store in bulk through the same unit of work that every action has, so that each row has its ledger entry.
struct SeedModule: FeatureModule {
  static let manifest = Manifest("bench", "سنجش", "benchmark", isSwitchable: false)
  static let province: Value = "IR-27"

  init(_ kernel: Kernel) throws {}
  var actions: [any Action.Type] { [SeedBases.self, SeedNeeds.self, SeedMembers.self] }
}

/// One licensed institute (the first time), then bases, each with an agreement whose year was approved.
struct SeedBases: Action {
  var first: Int
  var count: Int

  static let spec = Spec(
    "bench.bases", "پایگاه‌ها", "Seed bases", .post, "/bench/bases", permission: .oneself,
    fields: ["first": ("نخستین", "first"), "count": ("تعداد", "count")])

  func perform(in work: borrowing UnitOfWork) throws -> Done {
    let starts = JalaliDay.firstDay(ofYear: work.day.year)
    let ends = JalaliDay.lastDay(ofYear: work.day.year)
    if first == 0 { try institute(in: work) }
    for number in first..<first + count {
      let base = try work.insert(
        ValueDecoder.decode(
          HealthBase.self,
          from: .record([
            "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "institute": 1,
            "neighbourhood": .int(Int64(number + 1)), "name": .text("پایگاه \(number)"), "state": "admitted",
            "experience": "سه سال فعالیت داوطلبانه در محله", "personnel": [1, 2, 3], "admittedOn": .day(starts),
          ])))
      try work.insert(
        ValueDecoder.decode(
          Agreement.self,
          from: .record([
            "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "base": .int(base.id.raw), "institute": 1,
            "starts": .day(starts), "ends": .day(ends), "state": "active", "activities": 6, "decision": "approved",
            "decidedOn": .day(work.day),
          ])))
    }
    return Done()
  }

  private func institute(in work: borrowing UnitOfWork) throws {
    try work.insert(
      ValueDecoder.decode(
        Institute.self,
        from: .record([
          "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "name": "مؤسسهٔ سنجش", "nameKey": "سنجش",
          "applicant": 1, "requestNumber": "۱", "requestedOn": .day(work.day), "state": "licensed", "memberships": 0,
          "agreedOn": .day(work.day), "licensedOn": .day(work.day),
          "licenceValidUntil": .day(work.day.adding(years: 5)),
        ])))
  }
}

struct SeedNeeds: Action {
  var first: Int
  var count: Int

  static let spec = Spec(
    "bench.needs", "نیازها", "Seed needs", .post, "/bench/needs", permission: .oneself,
    fields: ["first": ("نخستین", "first"), "count": ("تعداد", "count")])

  func perform(in work: borrowing UnitOfWork) throws -> Done {
    for number in first..<first + count {
      try work.insert(
        ValueDecoder.decode(
          Need.self,
          from: .record([
            "id": 1, "rev": 0, "province": SeedModule.province, "neighbourhood": 1, "title": .text("روشنایی کوچهٔ \(number)"),
            "titleKey": .text("روشنایی کوچه \(number)"), "category": "infrastructure", "recordedOn": .day(work.day),
          ])))
    }
    return Done()
  }
}

/// Members of one group (made the first time), each another person.
struct SeedMembers: Action {
  var first: Int
  var count: Int

  static let spec = Spec(
    "bench.members", "اعضا", "Seed members", .post, "/bench/members", permission: .oneself,
    fields: ["first": ("نخستین", "first"), "count": ("تعداد", "count")])

  func perform(in work: borrowing UnitOfWork) throws -> Done {
    if first == 0 {
      try work.insert(
        ValueDecoder.decode(
          Group.self,
          from: .record([
            "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "neighbourhood": 1, "kind": "mutualAid",
            "name": "گروه سنجش", "nameKey": "گروه سنجش", "applicant": 1, "requestedOn": .day(work.day), "state": "active",
          ])))
    }
    for number in first..<first + count {
      try work.insert(
        ValueDecoder.decode(
          Membership.self,
          from: .record([
            "id": 1, "rev": 0, "province": SeedModule.province, "groupID": 1, "person": .int(Int64(number + 1)),
            "since": .day(work.day),
          ])))
    }
    return Done()
  }
}
