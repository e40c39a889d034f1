public import Store
public import Values

extension StoreFolder {
  /// What a statement finds, past every scope.
  public func rows(_ sql: String) throws -> [[Value]] { try Connection(path: database, mode: .reader).privileged(text: sql).all() }

  /// Changes the database as somebody with a tool for SQL would.
  public func alter(_ sql: String) throws { try Connection(path: database, mode: .writer).execute(sql) }

  /// The ledger's entries as they are hashed, in their order.
  public func leaves() throws -> [[UInt8]] {
    try rows("SELECT leaf FROM audit_entry ORDER BY id").compactMap { if case .bytes(let leaf)? = $0.first { leaf } else { nil } }
  }

  /// The ledger's entries, in their order.
  public func entries() throws -> [Value] { try leaves().map { try JSONReader.read($0) } }
}
