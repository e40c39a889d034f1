import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// Writes down what the licences of institutes meant for their bases.
struct BasesStandIn: FeatureModule, HealthBasesContract {
  static let module = Module(
    "healthbases", "پایگاه‌های آزمون", "bases of the test", after: ["institutes"], migrations: migrations, records: records, lists: lists,
    provisions: [.provides((any HealthBasesContract).self, BasesStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "healthbases.test",
        "CREATE TABLE healthbases_call(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, what TEXT NOT NULL) STRICT")
    ]
  }
  static var records: [any Record.Type] { [Call.self] }
  static var lists: [any ListQuery.Type] { [ListCalls.self] }

  struct Call: Record {
    typealias Of = HealthBaseEntity
    static let table = Table("healthbases_call", reach: .nation)
    var id = ID<HealthBaseEntity>(0)
    var rev = 0
    var what: String
  }

  struct ListCalls: ListQuery {
    struct Item: Codable, Sendable { var what: String }
    static let spec = Spec("healthbases.calls", "فراخوان‌ها", "Calls", "/calls", permission: .oneself)
    func selection() -> Selection { Selection(from: "healthbases_call t") }
  }

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] { [] }
  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing Transaction) throws {
    try work.insert(Call(what: "ended \(institute.raw) \(reason)"))
  }
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {
    try work.insert(Call(what: "restored \(institute.raw)"))
  }
}

/// Refuses every cascade, so that a test sees whether it stands in the same transaction.
struct RefusingBases: FeatureModule, HealthBasesContract {
  static let module = Module(
    "healthbases", "پایگاه‌های آزمون", "bases of the test", after: ["institutes"],
    provisions: [.provides((any HealthBasesContract).self, RefusingBases())])

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] { [] }
  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing Transaction) throws {
    throw Refusal.conflict("test.no", Texts("نه", "no"))
  }
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {}
}

/// Golestan has its numbers; Kurdistan's have not been set.
struct SettingsStandIn: FeatureModule, ConfigurationSource {
  static let module = Module(
    "configuration", "پیکربندی آزمون", "test configuration", availability: .always,
    provisions: [.provides((any ConfigurationSource).self, SettingsStandIn())])

  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    let values: [String: (String, Value)] = [
      "institutes.founding-board": ("minimumFounders", 3), "institutes.licence-term": ("years", 2),
    ]
    guard let (name, value) = values[rule] else { return [] }
    return [
      Setting(parameter: name, province: "IR-27", from: try JalaliDay(1400, 1, 1), value: value, source: "test")
    ]
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool { true }
}
