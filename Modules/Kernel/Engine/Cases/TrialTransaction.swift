import Feature
import Persian
import Store
import Values

/// A transaction that asks everything and writes nothing: it runs an action on a reader's connection, which SQLite keeps
/// from writing, up to the first row that the action would write. What stands against a step is found on the way there.
///
/// It sees what the asker's right to the action shows, so it tells nothing that a dry run would not.
final class TrialTransaction: TransactionEngine {
  /// The action got as far as writing: nothing that it asks beforehand stands against it.
  struct WouldWrite: Error {}

  private let store: StoreSnapshot
  private let configuration: ConfigurationCache

  init(_ store: StoreSnapshot) {
    self.store = store
    configuration = ConfigurationCache(try? store.contracts.provider(of: (any ConfigurationSource).self))
  }

  var reader: any SnapshotEngine { store }
  var reason: String?
  var isAnswerRead: Bool { false }

  func insert<Row: Record>(_ row: Row) throws -> Row { throw try outcome(of: row) }
  func update<Row: Record>(_ row: Row) throws -> Row { throw try outcome(of: row) }

  /// What writing a row would run into, as `StoreTransaction` does.
  private func outcome<Row: Record>(of row: Row) throws -> any Error {
    guard let province = (row as? any ProvincialRecord)?.province, Row.table.isAudited, Row.table.isSwitchable,
      try !isOn(Row.table.module, in: province)
    else { return WouldWrite() }
    return Refusal.off(Row.table.module, in: province)
  }

  func judge<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [Asked.Objection] {
    rule.objections(to: facts, under: try parameters(of: rule, in: province), on: store.day)
  }

  func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws {
    let objections = try judge(rule, facts, in: province)
    guard let first = objections.first else { return }
    throw Refusal(
      .rule, "rule.refused", first.texts, faults: objections.map { FieldFault("", $0.code, $0.texts) },
      rule: .record(["id": .text(rule.id), "version": .int(Int64(rule.version))]))
  }

  func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?) throws -> Asked.Parameters {
    try configuration.inForce(rule, province, store).parameters
  }

  func isOn(_ module: String, in province: Province) throws -> Bool { try configuration.isOn(module, province, store) }
  func hasTouched(_ object: String) throws -> Bool { try store.hasTouched(object) }
  func persistOnRefusal(_ keep: @escaping (borrowing Transaction) throws -> Void) {}
  func nameOnRefusal(_ object: String, in province: Province?) {}
  func newSubject() throws -> Bytes { throw WouldWrite() }
}

extension Refusal {
  /// Nothing is written in a province where the module is off.
  static func off(_ module: String, in province: Province) -> Refusal {
    Refusal(
      .rule, "module.off",
      Texts(
        "ماژول \(module) در استان \(province.fa) روشن نیست.", "The module \(module) is not switched on in \(province.en)."))
  }
}
