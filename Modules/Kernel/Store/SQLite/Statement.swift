import CSQLite
import Jalali
public import Values

/// A prepared statement: bound parameters only, columns by position.
public final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  /// Set for the kernel's own: after a change of the schema SQLite prepares a statement again while it steps, and asks
  /// the authorizer again.
  private let privilegedAuthorizer: Authorizer?

  init(_ sql: String, on database: OpaquePointer, privilegedAuthorizer: Authorizer? = nil) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw StoreFault(database: database, code: code) }
    handle = prepared
    self.database = database
    self.privilegedAuthorizer = privilegedAuthorizer
  }

  deinit { sqlite3_finalize(handle) }

  func fresh() -> Statement {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    return self
  }

  /// Binds from the first parameter on.
  ///
  /// - Throws: `StoreFault` for a secret, a list or an object, which no column holds, and for more values than parameters.
  @discardableResult public func bind(_ values: [Value]) throws -> Statement {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    return self
  }

  private func bind(_ value: Value, at index: Int32) throws {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, index)
    case .bool(let flag): code = sqlite3_bind_int64(handle, index, flag ? 1 : 0)
    case .int(let number): code = sqlite3_bind_int64(handle, index, number)
    case .day(let day): code = sqlite3_bind_int64(handle, index, Int64(day.number))
    case .text(let text): code = bind(text, at: index)
    case .bytes(let data): code = bind(data, at: index)
    case .personal(let inner): return try bind(inner, at: index)
    case .secret, .list, .object:
      throw StoreFault(.sql, Texts("این مقدار در ستون جا نمی‌گیرد.", "This value does not fit a column."))
    }
    guard code == SQLITE_OK else { throw StoreFault(database: database, code: code) }
  }

  /// Binds one number. The others keep what they were bound to.
  ///
  /// - Parameter index: of the parameter, from 1 on.
  /// - Throws: `StoreFault` when there is no such parameter.
  @discardableResult public func bind(_ number: Int64, at index: Int) throws -> Statement {
    try checked(sqlite3_bind_int64(handle, Int32(index), number))
  }

  /// Binds one text.
  ///
  /// - Parameter index: of the parameter, from 1 on.
  /// - Throws: `StoreFault` when there is no such parameter.
  @discardableResult public func bind(_ text: String, at index: Int) throws -> Statement {
    try checked(bind(text, at: Int32(index)))
  }

  /// Binds octets.
  ///
  /// - Parameter index: of the parameter, from 1 on.
  /// - Throws: `StoreFault` when there is no such parameter.
  @discardableResult public func bind(_ octets: [UInt8], at index: Int) throws -> Statement {
    try checked(bind(octets, at: Int32(index)))
  }

  /// Binds bytes that are not copied: they must stay where they are until the statement has run.
  ///
  /// - Parameter index: of the parameter, from 1 on.
  /// - Throws: `StoreFault` when there is no such parameter.
  @discardableResult public func bind(lent bytes: UnsafeRawBufferPointer, at index: Int) throws -> Statement {
    try checked(sqlite3_bind_blob64(handle, Int32(index), bytes.baseAddress, UInt64(bytes.count), nil))
  }

  private func checked(_ code: Int32) throws -> Statement {
    guard code == SQLITE_OK else { throw StoreFault(database: database, code: code) }
    return self
  }

  private func bind(_ octets: [UInt8], at index: Int32) -> Int32 {
    octets.isEmpty
      ? sqlite3_bind_zeroblob(handle, index, 0)
      : sqlite3_bind_blob64(handle, index, octets, UInt64(octets.count), hamyar_sqlite_transient())
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, hamyar_sqlite_transient()) }
        return sqlite3_bind_text(handle, index, start, Int32(characters.count), hamyar_sqlite_transient())
      }
    }
  }

  /// Moves to the next row; false when there is none left, and the statement is then ready for another use.
  ///
  /// - Throws: `StoreFault` with SQLite's extended result code; the statement is then reset.
  public func step() throws -> Bool {
    let code = privilegedAuthorizer?.asPrivileged { sqlite3_step(handle) } ?? sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let failed = code == SQLITE_DONE ? nil : StoreFault(database: database, code: code)
    sqlite3_reset(handle)
    if let failed { throw failed }
    return false
  }

  /// Runs a statement that answers nothing, or whose rows do not matter.
  ///
  /// - Throws: `StoreFault` with SQLite's extended result code, such as that of a violated constraint.
  public func run() throws { while try step() {} }

  /// Ends a read before its last row.
  public func reset() { sqlite3_reset(handle) }

  /// Columns of its rows; 0 for a statement that answers none.
  public var columnCount: Int { Int(sqlite3_column_count(handle)) }
  /// The name of a column, or its alias; empty for none.
  ///
  /// - Parameter index: from 0 on, as for everything that reads columns.
  public func columnName(_ index: Int) -> String {
    sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
  }

  /// The present row's value by the type SQLite holds; days and truth values are numbers, JSON is text.
  public func value(_ index: Int) -> Value {
    switch sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_INTEGER: .int(sqlite3_column_int64(handle, Int32(index)))
    case SQLITE_TEXT: .text(text(index))
    case SQLITE_BLOB: .bytes(bytes(index))
    default: .null
    }
  }

  /// How SQLite holds a column's value.
  public enum Storage: Sendable { case null, integer, text, blob }

  /// How SQLite holds the present row's value.
  public func type(_ index: Int) -> Storage {
    switch sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// Lends the octets of a text column without copying them.
  public func withText(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let start = sqlite3_column_text(handle, Int32(index))
    body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(index)))))
  }

  /// Whether the present row has NULL there.
  public func isNull(_ index: Int) -> Bool { sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL }
  /// The present row's number; 0 for NULL, and converted by SQLite's rules for anything else.
  public func int(_ index: Int) -> Int64 { sqlite3_column_int64(handle, Int32(index)) }
  /// The present row's text, a copy; empty for NULL.
  public func text(_ index: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(index)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
  /// The present row's octets, a copy; empty for NULL.
  public func bytes(_ index: Int) -> [UInt8] {
    let count = Int(sqlite3_column_bytes(handle, Int32(index)))
    guard count > 0, let start = sqlite3_column_blob(handle, Int32(index)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Lends a blob or text as it lies in SQLite's memory, without a copy; empty for NULL. Valid within `body` only.
  @inline(__always)
  public func withRaw<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let start = sqlite3_column_blob(handle, Int32(index))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(index)))))
  }

  /// All rows, each as its columns in order; for small results.
  ///
  /// - Throws: `StoreFault` as `step` does.
  public func all() throws -> [[Value]] {
    var rows: [[Value]] = []
    while try step() { rows.append((0..<columnCount).map(value)) }
    return rows
  }

  /// The first column of the first row.
  ///
  /// - Returns: nil when there is no row; `Value.null` when the row has NULL there.
  /// - Throws: `StoreFault` as `step` does.
  public func first() throws -> Value? {
    guard try step() else { return nil }
    defer { reset() }
    return value(0)
  }
}

/// Prepared statements by their text, bounded: optional filters of lists make many texts.
///
/// Two generations instead of a list of uses: what was not asked for while the young generation filled up is let go.
struct StatementCache {
  /// Statements of one generation; at most twice as many are kept.
  static let generation = 256

  private var young: [String: Statement] = [:]
  private var old: [String: Statement] = [:]

  var count: Int { young.count + old.count }

  mutating func find(_ sql: String) -> Statement? {
    if let ready = young[sql] { return ready }
    guard let ready = old.removeValue(forKey: sql) else { return nil }
    keep(ready, sql)
    return ready
  }

  mutating func keep(_ statement: Statement, _ sql: String) {
    if young.count >= StatementCache.generation { (old, young) = (young, [:]) }
    young[sql] = statement
  }

  mutating func removeAll() { (young, old) = ([:], [:]) }
}
