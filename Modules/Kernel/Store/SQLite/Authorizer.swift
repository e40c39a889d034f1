import CSQLite
import Glibc
import Values

/// Stands between features and the tables: what a statement may touch is decided while it is prepared.
///
/// For every table that belongs to provinces there is a temporary view of the same name that shows only rows in scope.
/// SQLite looks for temporary names first, so a feature's `FROM groups_group` reads the view; naming `main.` instead,
/// or writing, is refused here. A query that forgets its scope therefore cannot be written.
///
/// SQLite tells the authorizer only the name of what a table is read through, and a common table expression may be called
/// like the view. The view therefore reads a second one whose name nobody can know.
final class Authorizer {
  /// Which rows are seen by whom below the province; the views alone may ask it.
  static let reach = "registry_reach"
  /// The kernel's own tables and SQLite's, which hold rows of all provinces side by side.
  private static let closed = ["audit_", "nightly_", "registry_", "rules_", "store_", "sqlite_"]

  /// Who is asking; set before each call.
  var scope: Scope = .nothing
  /// By what somebody whose scope ends below the province sees rows; set with the scope.
  var holders: Set<Holder> = []
  /// Tables that features see through a view only, with the name of the one view that may read them.
  var scopedViews: [String: String] = [:] { didSet { viewNames = Set(scopedViews.values) } }
  private var viewNames: Set<String> = []
  private var privilegedDepth = 1  // Until the views stand everything is the kernel's own.

  func asPrivileged<Result>(_ body: () throws -> Result) rethrows -> Result {
    privilegedDepth += 1
    defer { privilegedDepth -= 1 }
    return try body()
  }

  func close() { privilegedDepth = 0 }

  /// - Returns: SQLite's verdict on one access (sqlite3_set_authorizer).
  func verdict(_ action: Int32, table: String, database: String, through view: String?) -> Int32 {
    if privilegedDepth > 0 { return SQLITE_OK }
    switch action {
    case SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      if let scopedView = scopedViews[table], database == "main", view != scopedView { return SQLITE_DENY }
      if table == Authorizer.reach, let view, viewNames.contains(view) { return SQLITE_OK }
      return Authorizer.closed.contains { table.hasPrefix($0) } ? SQLITE_DENY : SQLITE_OK
    default: return SQLITE_DENY
    }
  }
}

/// The rows a principal may see.
public enum Scope: Sendable, Hashable {
  /// Nothing at all; what a connection has until somebody is known.
  case nothing
  /// All provinces.
  case nation
  /// One province, by its code `IR-27`.
  case province(String)
  /// One county of a province: its code and the county's row.
  case county(String, Int64)
  /// What is assigned to somebody in a province: its code and the row of whom it is assigned to.
  case assigned(String, to: Int64)

  /// The province it is bound to; nil for nation and nothing.
  public var province: String? {
    switch self {
    case .province(let code), .county(let code, _), .assigned(let code, _): code
    case .nation, .nothing: nil
    }
  }

  /// Whether it ends below the province, so that the reach table says which rows it shows.
  public var isNarrow: Bool {
    switch self {
    case .county, .assigned: true
    case .nothing, .nation, .province: false
    }
  }

  /// Whether somebody may act on a row that they see: a county's officer on those of other counties, which only a case of
  /// their own shows, may not.
  ///
  /// - Parameters:
  ///   - province: ISO 3166-2 code of the row's province.
  ///   - county: row id of its county; nil for none.
  public func shows(province: String?, county: Int64?) -> Bool {
    switch self {
    case .nothing: false
    case .nation: true
    case .province(let code): code == province
    case .county(let code, let own): code == province && (county == nil || county == own)
    case .assigned(let code, _): code == province
    }
  }
}

/// Something through which rows are seen below the province: a county, or a thing that is assigned to somebody.
public struct Holder: Sendable, Hashable {
  /// `county`, or the kind of the thing as the ledger names it.
  public let kind: String
  /// Its row.
  public let row: Int64

  /// - Parameters:
  ///   - kind: `county`, or the kind of a thing as the ledger names it.
  ///   - row: its row.
  public init(kind: String, row: Int64) {
    self.kind = kind
    self.row = row
  }

  /// The kind of holder that every column `county` names.
  public static let county = "county"
}

/// A table whose rows belong to provinces, and perhaps to counties.
public struct ScopedTable: Sendable {
  /// The table, without a schema's name.
  public let name: String
  /// What its rows are, as the ledger names them; by it the reach table knows them.
  public let object: String
  /// Whether it has a column `county`.
  public let hasCounty: Bool
  /// Whether whoever works in a province sees all its rows there, however narrow their scope.
  public let isShared: Bool

  /// Names a table.
  ///
  /// - Parameters:
  ///   - name: without a schema's name; it goes into SQL as it is.
  ///   - object: what its rows are, as the ledger names them; it goes into SQL as it is.
  ///   - hasCounty: whether it has a column `county`.
  ///   - isShared: whether its rows are shown in all parts of their province.
  public init(_ name: String, object: String, hasCounty: Bool, isShared: Bool = false) {
    self.name = name
    self.object = object
    self.hasCounty = hasCounty
    self.isShared = isShared
  }

  /// Which rows its view shows. The reach table is asked only where province and county have not decided.
  fileprivate var condition: String {
    let county = hasCounty ? "\(name).county" : "NULL"
    guard !isShared else { return "in_scope(\(name).province, \(county))" }
    return """
      CASE in_scope(\(name).province, \(county)) WHEN 1 THEN 1 WHEN 2 THEN EXISTS(
        SELECT 1 FROM main.registry_reach r WHERE r.object='\(object)' AND r.row=\(name).id AND is_held(r.kind, r.holder)) END
      """
  }
}

extension Connection {
  /// Whose eyes the next statements of features see with.
  public var scope: Scope {
    get { authorizer.scope }
    set {
      authorizer.scope = newValue
      authorizer.holders = if case .county(_, let row) = newValue { [Holder(kind: Holder.county, row: row)] } else { [] }
    }
  }

  /// By what a scope that ends below the province shows rows: its county, or what is assigned to somebody that day.
  public var holders: Set<Holder> {
    get { authorizer.holders }
    set { authorizer.holders = newValue }
  }

  /// Puts a view before every scoped table; from now on statements of features are checked.
  ///
  /// - Parameter tables: every table that belongs to provinces; those of other names are seen whole.
  /// - Throws: `StoreFault` when a table is missing or the function cannot be installed.
  public func installScopedViews(over tables: [ScopedTable]) throws {
    let context = Unmanaged.passUnretained(authorizer).toOpaque()
    let code = sqlite3_create_function_v2(
      handle, "in_scope", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, context, inScope, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreFault(database: handle, code: code) }
    let held = sqlite3_create_function_v2(handle, "is_held", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, context, isHeld, nil, nil, nil)
    guard held == SQLITE_OK else { throw StoreFault(database: handle, code: held) }
    var scopedViews: [String: String] = [:]
    for table in tables {
      let scopedView = "\(table.name)_\(UInt64.random(in: .min ... .max))\(UInt64.random(in: .min ... .max))"
      try execute("CREATE TEMP VIEW \(scopedView) AS SELECT * FROM main.\(table.name) WHERE \(table.condition)")
      try execute("CREATE TEMP VIEW \(table.name) AS SELECT * FROM temp.\(scopedView)")
      scopedViews[table.name] = scopedView
    }
    // A list given to a statement is read by it; its first use makes a table, which nobody may do later.
    try execute("SELECT 1 FROM json_each('[]')")
    if mode != .writer { try execute("PRAGMA query_only=ON") }  // After the views: they count as writing.
    authorizer.scopedViews = scopedViews
    sqlite3_set_authorizer(handle, authorize, context)
    authorizer.close()
  }
}

/// SQL function `in_scope(province, county)`: 1 for a row that is in scope by province and county alone, 2 for one of the
/// province of which the reach table has to say so, 0 for any other.
private func inScope(
  _ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let data = sqlite3_user_data(context), let arguments else { return sqlite3_result_int(context, 0) }
  let scope = Unmanaged<Authorizer>.fromOpaque(data).takeUnretainedValue().scope
  if scope == .nation { return sqlite3_result_int(context, 1) }
  guard var code = scope.province, let text = sqlite3_value_text(arguments[0]) else { return sqlite3_result_int(context, 0) }
  // Asked for every row: the province is compared where it lies.
  let length = Int(sqlite3_value_bytes(arguments[0]))
  let isSame = code.withUTF8 { own in own.count == length && own.baseAddress.map { memcmp($0, text, length) == 0 } ?? true }
  guard isSame else { return sqlite3_result_int(context, 0) }
  guard scope.isNarrow else { return sqlite3_result_int(context, 1) }
  guard case .county(_, let own) = scope, sqlite3_value_type(arguments[1]) != SQLITE_NULL else { return sqlite3_result_int(context, 2) }
  sqlite3_result_int(context, sqlite3_value_int64(arguments[1]) == own ? 1 : 2)
}

/// SQL function `is_held(kind, holder)`: whether whoever asks sees rows through it.
private func isHeld(_ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?) {
  guard let data = sqlite3_user_data(context), let arguments, let kind = sqlite3_value_text(arguments[0]) else {
    return sqlite3_result_int(context, 0)
  }
  let holders = Unmanaged<Authorizer>.fromOpaque(data).takeUnretainedValue().holders
  let holder = Holder(kind: String(cString: kind), row: sqlite3_value_int64(arguments[1]))
  sqlite3_result_int(context, holders.contains(holder) ? 1 : 0)
}

private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
  _ database: UnsafePointer<CChar>?, _ view: UnsafePointer<CChar>?
) -> Int32 {
  guard let context else { return SQLITE_DENY }
  let authorizer = Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
  return authorizer.verdict(
    action, table: first.map { String(cString: $0) } ?? "", database: database.map { String(cString: $0) } ?? "",
    through: view.map { String(cString: $0) })
}
