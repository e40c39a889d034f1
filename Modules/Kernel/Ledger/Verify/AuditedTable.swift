/// A business table whose every row is bound to the ledger by the digest of its stored columns.
public struct AuditedTable: Sendable {
  /// The ledger's name for its rows, `module.thing`; a row is `module.thing/id`.
  public let object: String
  /// The table, with an integer key `id`.
  public let table: String
  /// All columns that the digest covers.
  public let columns: [String]

  /// Declares a table.
  public init(object: String, table: String, columns: [String]) {
    self.object = object
    self.table = table
    self.columns = columns
  }
}
