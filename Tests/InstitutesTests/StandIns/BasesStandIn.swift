import Contracts
import Jalali
import Persian
import Registry
import Rules
import Store
import Values

/// Writes down what the licences of institutes meant for their bases.
struct BasesStandIn: FeatureModule, HealthBasesBook {
  static let manifest = Manifest("healthbases", "پایگاه‌های آزمون", "bases of the test", after: ["institutes"])
  var migrations: [Migration] {
    [
      Migration(
        "healthbases.test",
        "CREATE TABLE healthbases_call(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, what TEXT NOT NULL) STRICT")
    ]
  }
  var records: [any Record.Type] { [Call.self] }
  var lists: [any ListQuery.Type] { [ListCalls.self] }

  init(_ kernel: Kernel) throws { try kernel.publish((any HealthBasesBook).self, self) }

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

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] { [] }
  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing UnitOfWork) throws {
    try work.insert(Call(what: "ended \(institute.raw) \(reason)"))
  }
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing UnitOfWork) throws {
    try work.insert(Call(what: "restored \(institute.raw)"))
  }
}

/// Refuses every cascade, so that a test sees whether it stands in the same transaction.
struct RefusingBases: FeatureModule, HealthBasesBook {
  static let manifest = Manifest("healthbases", "پایگاه‌های آزمون", "bases of the test", after: ["institutes"])

  init(_ kernel: Kernel) throws { try kernel.publish((any HealthBasesBook).self, self) }

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] { [] }
  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing UnitOfWork) throws {
    throw Refusal.conflict("test.no", Texts("نه", "no"))
  }
}

/// Golestan has its numbers; Kurdistan's have not been set.
struct SettingsStandIn: FeatureModule, ConfigurationSource {
  static let manifest = Manifest("configuration", "پیکربندی آزمون", "test configuration", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any ConfigurationSource).self, self) }

  func settings(for rule: String, in look: borrowing Look) throws -> [Setting] {
    let values: [String: (String, Value)] = [
      "institutes.founding-board": ("minimumFounders", 3), "institutes.licence-term": ("years", 2),
    ]
    guard let (name, value) = values[rule] else { return [] }
    return [
      Setting(parameter: name, province: "IR-27", from: try JalaliDay(1400, 1, 1), value: value, source: "test")
    ]
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in look: borrowing Look) throws -> Bool { true }
}
