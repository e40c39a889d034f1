/// The only seam a feature has: rows, verdicts and ledger entries stand or fall together. It cannot outlive its call.
public struct Transaction: ~Copyable, SnapshotProtocol {
  package let engine: any TransactionEngine

  package init(_ engine: any TransactionEngine) { self.engine = engine }

  /// The store as this transaction has changed it so far.
  public var snapshot: Snapshot { Snapshot(engine.reader) }
}

/// What the engine does for a transaction.
package protocol TransactionEngine: AnyObject {
  var reader: any SnapshotEngine { get }
  var reason: String? { get set }
  var isAnswerRead: Bool { get }
  /// - Throws: `Refusal` when the module is off in the row's province, or an equal row exists.
  func insert<Row: Record>(_ row: Row) throws -> Row
  /// - Throws: `Refusal.conflict` when somebody else changed it meanwhile.
  func update<Row: Record>(_ row: Row) throws -> Row
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  func judge<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [Asked.Objection]
  /// - Throws: `Refusal` of kind `rule`.
  func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?) throws -> Asked.Parameters
  /// - Throws: `StoreFault` when the store cannot be read.
  func isOn(_ module: String, in province: Province) throws -> Bool
  /// - Throws: `StoreFault` when the store cannot be read.
  func hasTouched(_ object: String) throws -> Bool
  func persistOnRefusal(_ keep: @escaping (borrowing Transaction) throws -> Void)
  func nameOnRefusal(_ object: String, in province: Province?)
  /// - Throws: `StoreFault` when the key cannot be kept.
  func newSubject() throws -> Bytes
}

extension Transaction {
  /// Writes a new row: gives it its number, its first revision and, where people name it, its code.
  ///
  /// - Throws: `Refusal` when the module is off in the row's province, or an equal row exists.
  @discardableResult
  public func insert<Row: Record>(_ row: Row) throws -> Row { try engine.insert(row) }

  /// Writes a changed row; a row that nothing changed leaves no entry.
  ///
  /// - Throws: `Refusal.conflict` when somebody else changed it meanwhile.
  @discardableResult
  public func update<Row: Record>(_ row: Row) throws -> Row { try engine.update(row) }

  /// Asks a rule, keeps its verdict, and refuses with all objections.
  ///
  /// - Parameter province: whose parameters are in force; nil for the nation.
  /// - Throws: `Refusal` of kind `rule`.
  public func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws {
    try engine.require(rule, facts, in: province)
  }

  /// Asks a rule and keeps its verdict, without refusing.
  ///
  /// - Throws: `Refusal` naming required parameters that the national office has not set.
  public func objections<Asked: Rule>(
    _ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?
  ) throws -> [Asked.Objection] {
    try engine.judge(rule, facts, in: province)
  }

  /// The parameters of a rule in force, for work that needs the numbers themselves.
  ///
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  public func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?) throws -> Asked.Parameters {
    try engine.parameters(of: rule, in: province)
  }

  /// Whether a module works in a province on the business date.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func isOn(_ module: String, in province: Province) throws -> Bool { try engine.isOn(module, in: province) }

  /// Refuses when the principal prepared or edited this row: separation of duties is per object, without exception.
  ///
  /// - Throws: `Refusal` of kind `rule`.
  public func requireSeparationOfDuties<Row: Record>(on row: Row) throws {
    let object = row.ledgerName
    try require(
      SeparationOfDuties.self, .init(object: object, hasEdited: try engine.hasTouched(object)),
      in: (row as? any ProvincialRecord)?.province)
  }

  /// The same of a row of another module, by its name in the ledger.
  ///
  /// - Throws: `Refusal` of kind `rule`.
  public func requireSeparationOfDuties(onObject name: String, in province: Province) throws {
    try require(SeparationOfDuties.self, .init(object: name, hasEdited: try engine.hasTouched(name)), in: province)
  }

  /// The same of rows that belong together, such as all marks of one participant. One verdict is kept: about the first that
  /// the principal wrote, else about the first of all.
  ///
  /// - Throws: `Refusal` of kind `rule`.
  public func requireSeparationOfDuties<Row: Record>(onAll rows: [Row]) throws {
    guard let row = try rows.first(where: { try engine.hasTouched($0.ledgerName) }) ?? rows.first else { return }
    try requireSeparationOfDuties(on: row)
  }

  /// The person's own words for why; kept in the ledger as a commitment with an encrypted opening.
  public func setReason(_ reason: String?) { engine.reason = reason }

  /// Whether anybody is told what the action answers. Of the rows of a sheet nobody is, so what is looked up for the answer
  /// alone can be left out there; what is written and what is refused must not depend on it.
  public var isAnswerRead: Bool { engine.isAnswerRead }

  /// Writes perishable rows (a count of failed attempts) even if this transaction is refused; their entry is the refusal's.
  public func persistOnRefusal(_ keep: @escaping (borrowing Transaction) throws -> Void) { engine.persistOnRefusal(keep) }

  /// Says what a refusal of this call is about, where nobody who asks is told: the entry names it, the answer does not.
  public func nameOnRefusal<Row: Record>(_ row: Row, in province: Province?) { engine.nameOnRefusal(row.ledgerName, in: province) }

  /// A new random name for a person in the ledger, with a key of its own.
  ///
  /// - Throws: `StoreFault` when the key cannot be kept.
  public func newSubject() throws -> Bytes { try engine.newSubject() }
}
