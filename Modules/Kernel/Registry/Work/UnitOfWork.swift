import Ledger
public import Persian
public import Rules
import Store
public import Values

/// The only seam a feature has: rows, verdicts and ledger entries stand or fall together. It cannot outlive its transaction.
public struct UnitOfWork: ~Copyable, ReadAccess {
  public let look: Look
  let core: WorkCore

  init(_ core: WorkCore) {
    self.core = core
    look = Look(core.reader)
  }

  public var reader: ReadCore { core.reader }

  /// Writes a new row: gives it its number, its first revision and, where people name it, its code.
  ///
  /// - Throws: `Refusal` when the module is off in the row's province, or an equal row exists.
  @discardableResult
  public func insert<Row: Record>(_ row: Row) throws -> Row { try core.insert(row) }

  /// Writes a changed row; a row that nothing changed leaves no entry.
  ///
  /// - Throws: `Refusal.conflict` when somebody else changed it meanwhile.
  @discardableResult
  public func update<Row: Record>(_ row: Row) throws -> Row { try core.update(row) }

  /// Asks a rule, keeps its verdict, and refuses with all objections.
  ///
  /// - Parameter province: whose parameters are in force; nil for the nation.
  public func require<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws {
    try core.require(rule, facts, province)
  }

  /// Asks a rule and keeps its verdict, without refusing.
  public func objections<Asked: Rule>(
    _ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?
  ) throws -> [Asked.Objection] {
    try core.judge(rule, facts, province).objections
  }

  /// The parameters of a rule in force, for work that needs the numbers themselves.
  ///
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  public func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?) throws -> Asked.Parameters {
    try core.inForce(rule, province).parameters
  }

  /// Whether a module works in a province on the business date.
  public func isOn(_ module: String, in province: Province) throws -> Bool { try core.isOn(module, province) }

  /// Refuses when the actor prepared or edited this row: separation of duties is per object, without exception.
  public func requireFreshEyes<Row: Record>(on row: Row) throws {
    let touched = try core.hasTouched("\(Row.Of.object)/\(row.id.raw)")
    try require(
      SeparationOfDuties.self, .init(object: "\(Row.Of.object)/\(row.id.raw)", hasEdited: touched),
      in: (row as? any ProvincialRecord)?.province)
  }

  /// The person's own words for why; kept in the ledger as a commitment with an encrypted opening.
  public func because(_ reason: String?) { core.reason = reason }

  /// Writes perishable rows (a count of failed attempts) even if this unit is refused; its entry is the refusal's.
  public func evenIfRefused(_ keep: @escaping (borrowing UnitOfWork) throws -> Void) { core.residue.append(keep) }

  /// A new random name for a person in the ledger, with a key of its own.
  public func newSubject() throws -> Bytes { Bytes(try core.reader.vault.newSubject(on: core.reader.connection)) }
}
