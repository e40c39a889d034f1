import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// Institutes are whatever the test says; a change of state reaches the bases as the real one would.
struct InstitutesStandIn: FeatureModule, InstitutesContract {
  static let module = Module(
    "institutes", "مؤسسات آزمون", "institutes of the test", migrations: migrations, records: records, actions: actions, queries: queries,
    provisions: [.provides((any InstitutesContract).self, InstitutesStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "institutes.test",
        """
        CREATE TABLE institutes_institute(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL,
          state TEXT NOT NULL, valid_until INTEGER NOT NULL) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Institute.self] }
  static var actions: [any Action.Type] { [Put.self, Change.self] }
  static var queries: [any Query.Type] { [Covered.self] }

  struct Institute: ProvincialRecord {
    typealias Of = InstituteEntity
    static let table = Table("institutes_institute", reach: .province)
    var id = ID<InstituteEntity>(0)
    var rev = 0
    var province: Province
    var state: String
    var validUntil: JalaliDay
  }

  struct Put: Action {
    var province: Province
    var validUntil: JalaliDay
    static let spec = Spec("institutes.put", "مؤسسه", "Put", .post, "/institutes", permission: .oneself)
    func perform(in work: borrowing Transaction) throws -> Institute {
      try work.insert(Institute(province: province, state: "licensed", validUntil: validUntil))
    }
  }

  struct Change: Action {
    var institute: Ref<InstituteEntity>
    var state: String
    var validUntil: JalaliDay?
    static let spec = Spec("institutes.change", "تغییر", "Change", .put, "/institutes", permission: .oneself)
    func perform(in work: borrowing Transaction) throws -> Institute {
      var row = try work.require(Institute.self, institute)
      row.state = state
      row.validUntil = validUntil ?? row.validUntil
      let changed = try work.update(row)
      if state == "licensed" {
        try work.licenceRestored(of: row.id)
      } else {
        try work.licenceEnded(of: row.id, reason: state)
      }
      return changed
    }
  }

  /// What the bases answer to others, seen from outside.
  struct Covered: Query {
    var province: Province
    struct Answer: Codable, Sendable { var people: [ID<PersonEntity>] }
    static let spec = Spec("institutes.covered", "پوشش", "Covered", "/covered", permission: .coveredForTests)
    func answer(in snapshot: borrowing Snapshot) throws -> Answer {
      Answer(people: try snapshot.peopleCoveredByHealthBases(in: province, until: snapshot.day))
    }
  }

  func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts {
    let row = try snapshot.require(Institute.self, reference)
    return InstituteFacts(
      id: row.id, code: "IN-\(row.id.raw)", name: "مؤسسه", province: row.province, county: nil,
      state: InstituteState(rawValue: row.state) ?? .file,
      licensedOn: nil, licenceValidUntil: row.validUntil)
  }
  func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>] { [] }
}

/// Documents are whatever the test puts there.
struct DocumentsStandIn: FeatureModule, DocumentsContract {
  static let module = Module(
    "documents", "اسناد آزمون", "documents of the test", availability: .always,
    provisions: [.provides((any DocumentsContract).self, DocumentsStandIn())])

  /// The second base has a sighted record.
  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts] {
    object == "healthbases.base/2"
      ? [DocumentFacts(id: ID(1), kind: "experience", isSighted: true, issued: nil, validUntil: nil, code: "DC-1")] : []
  }
}

/// The module is off in Kurdistan from 1406/01/01 to 1406/01/31; Khuzestan counts anniversaries and wants documents.
struct SettingsStandIn: FeatureModule, ConfigurationSource {
  static let module = Module(
    "configuration", "پیکربندی آزمون", "test configuration", availability: .always,
    provisions: [.provides((any ConfigurationSource).self, SettingsStandIn())])

  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    let from = try JalaliDay(1400, 1, 1)
    func set(_ name: String, _ province: String, _ value: Value) -> [Setting] {
      [Setting(parameter: name, province: province, from: from, value: value, source: "test")]
    }
    return switch rule {
    case "healthbases.early-termination": set("noticeDays", "IR-27", 10)
    case "healthbases.agreement-term": set("endRule", "IR-06", "anniversary")
    case "healthbases.admission": set("mustSightRecord", "IR-06", true)
    default: []
    }
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    !(module == "healthbases" && province.code == "IR-12" && day.year == 1406 && day.month == 1)
  }
}

extension Permission {
  /// Held by every post, each in its own region.
  static let coveredForTests = Permission("institutes.covered", "پوشش", "covered", heldBy: Role.all)
}
