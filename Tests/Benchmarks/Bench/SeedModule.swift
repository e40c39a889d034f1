import Contracts
import Jalali
import Engine
import Host
import Feature
import Values

/// Fills a store in bulk through the same unit of work that every action has, so that each row has its ledger entry.
struct SeedModule: FeatureModule {
  static let module = Module("bench", "سنجش", "benchmark", availability: .always, actions: actions)
  static let province: Value = "IR-27"
  static var actions: [any Action.Type] { [SeedBases.self, SeedNeeds.self, SeedMembers.self] }
}

/// One licensed institute (the first time), then bases, each with an agreement whose year was approved.
struct SeedBases: Action {
  var first: Int
  var count: Int

  static let spec = Spec(
    "bench.bases", "پایگاه‌ها", "Seed bases", .post, "/bench/bases", permission: .oneself,
    fields: ["first": ("نخستین", "first"), "count": ("تعداد", "count")])

  func perform(in work: borrowing Transaction) throws -> Done {
    let starts = JalaliDay.firstDay(ofYear: work.day.year)
    let ends = JalaliDay.lastDay(ofYear: work.day.year)
    if first == 0 { try institute(in: work) }
    for number in first..<first + count {
      let base = try work.seed(
        "healthbases_base",
        .record([
          "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "institute": 1,
          "neighbourhood": .int(Int64(number + 1)), "name": .text("پایگاه \(number)"), "state": "admitted",
          "experience": "سه سال فعالیت داوطلبانه در محله", "personnel": [1, 2, 3], "admittedOn": .day(starts),
        ]))
      try work.seed(
        "healthbases_agreement",
        .record([
          "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "base": .int(base), "institute": 1,
          "starts": .day(starts), "ends": .day(ends), "state": "active", "activities": 6, "decision": "approved",
          "decidedOn": .day(work.day),
        ]))
    }
    return Done()
  }

  private func institute(in work: borrowing Transaction) throws {
    try work.seed(
      "institutes_institute",
      .record([
        "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "name": "مؤسسهٔ سنجش", "nameKey": "سنجش",
        "applicant": 1, "requestNumber": "۱", "requestedOn": .day(work.day), "state": "licensed", "memberships": 0,
        "agreedOn": .day(work.day), "licensedOn": .day(work.day),
        "licenceValidUntil": .day(work.day.adding(years: 5)),
      ]))
  }
}

struct SeedNeeds: Action {
  var first: Int
  var count: Int

  static let spec = Spec(
    "bench.needs", "نیازها", "Seed needs", .post, "/bench/needs", permission: .oneself,
    fields: ["first": ("نخستین", "first"), "count": ("تعداد", "count")])

  func perform(in work: borrowing Transaction) throws -> Done {
    for number in first..<first + count {
      try work.seed(
        "mobilisation_need",
        .record([
          "id": 1, "rev": 0, "province": SeedModule.province, "neighbourhood": 1, "title": .text("روشنایی کوچهٔ \(number)"),
          "titleKey": .text("روشنایی کوچه \(number)"), "category": "infrastructure", "recordedOn": .day(work.day),
        ]))
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

  func perform(in work: borrowing Transaction) throws -> Done {
    if first == 0 {
      try work.seed(
        "groups_group",
        .record([
          "id": 1, "rev": 0, "code": "", "province": SeedModule.province, "neighbourhood": 1, "kind": "mutualAid",
          "name": "گروه سنجش", "nameKey": "گروه سنجش", "applicant": 1, "requestedOn": .day(work.day), "state": "active",
        ]))
    }
    for number in first..<first + count {
      try work.seed(
        "groups_membership",
        .record([
          "id": 1, "rev": 0, "province": SeedModule.province, "groupID": 1, "person": .int(Int64(number + 1)),
          "since": .day(work.day),
        ]))
    }
    return Done()
  }
}

extension Transaction {
  /// Writes a row of a table by its values, as its record reads them; the records are their modules' own.
  ///
  /// - Returns: its number.
  @discardableResult
  borrowing func seed(_ table: String, _ row: Value) throws -> Int64 {
    guard let type = InstalledModules.all.flatMap({ $0.module.records }).first(where: { $0.table.name == table }) else {
      throw RegistryFault(Texts("جدول \(table) نیست.", "There is no table \(table)."))
    }
    return try insert(type, row)
  }

  private borrowing func insert<Row: Record>(_ type: Row.Type, _ row: Value) throws -> Int64 {
    let given = try ValueDecoder.decode(type, from: row)
    if let stateful = given as? any StatefulRecord { return try put(stateful) }
    return try insert(given).id.raw
  }

  /// A new row begins where its machine does; what is seeded further on is moved there within the same unit.
  private borrowing func put<Row: StatefulRecord>(_ row: Row) throws -> Int64 {
    var born = row
    if let beginning = Row.Machine.beginnings.first { born.state = beginning }
    var written = try insert(born)
    written.state = row.state
    return try update(written).id.raw
  }
}
