import Feature
import Secrets
import Store
import Values

/// Reads one page of a list: scope through the views, keyset paging by a signed cursor.
struct ListRun {
  static let defaultLimit: Int64 = 50
  static let largestLimit: Int64 = 500

  let command: Command
  let selection: Selection
  let cursors: CursorSeal

  /// Rows a page.
  ///
  /// - Throws: `Refusal` for too many or none.
  static func limit(_ input: Value) throws -> Int64 {
    let limit = input["limit"]?.integer ?? defaultLimit
    guard (1...largestLimit).contains(limit) else {
      throw Refusal.input("/limit", "list.limit", Texts("بین ۱ و ۵۰۰", "Between 1 and 500."))
    }
    return limit
  }

  /// - Parameter selection: as declared; what its references name is looked up here.
  init(command: Command, selection: Selection, cursors: CursorSeal, in reader: StoreSnapshot) throws {
    self.command = command
    self.selection = try selection.resolved {
      try reader.row(of: $0, named: $1)
    } thing: {
      // What is not there for the reader is about nothing.
      do { return try reader.object(named: $0)?.name } catch let refusal as Refusal where refusal.kind == .notFound { return nil }
    }
    self.cursors = cursors
  }

  /// - Parameter rows: how many, where it is not the input that says so.
  func page(_ input: Value, rows: Int64? = nil, in reader: StoreSnapshot) throws -> ListPage {
    var limit = try rows ?? ListRun.limit(input)
    try requireParents(input, in: reader)
    let mark = try input["cursor"]?.string.map { try cursors.open($0, for: command.spec.id) }
    var start = mark?.row
    if let mark, mark.goesBack {
      // The page before is found by its beginning, and then read forwards like any other.
      let keys = try select([], from: mark.row, goesBack: true, limit: limit + 1, reader).all().compactMap { $0.first?.integer }
      start = keys.count > limit ? keys.last : nil
      if !keys.isEmpty { limit = min(limit, Int64(keys.count)) }
    }
    let plain = command.columns.map { selection.expressions[$0.name] ?? "t.\(snakeCase($0.name))" }
    let statement = try select(plain, from: start, goesBack: false, limit: limit + 1, reader)
    return ListPage(command.columns, statement, of: reader, limit: Int(limit), hasPrevious: start != nil) {
      cursors.seal($0, goesBack: $1, for: command.spec.id)
    }
  }

  /// What a list must be told is there for the reader, or the list is not.
  ///
  /// - Throws: `Refusal.notFound`, for what is nowhere as for what is out of reach.
  private func requireParents(_ input: Value, in reader: StoreSnapshot) throws {
    for field in command.fields where !field.isOptional {
      guard case .reference(let object, _) = field.kind, let layout = reader.tables.layout(of: object), let given = input[field.name]
      else { continue }
      let row = try given.integer ?? given.string.flatMap { try reader.row(of: object, named: $0) }
      guard let row, try reader.columns(layout, row) != nil else { throw Refusal.notFound(layout.entity) }
    }
  }

  /// Columns and key of the rows behind a row, or before it, nearest first.
  private func select(
    _ columns: [String], from row: Int64?, goesBack: Bool, limit: Int64, _ reader: StoreSnapshot
  ) throws -> Statement {
    var conditions = selection.conditions.map(\.sql)
    var values = selection.conditions.flatMap(\.values)
    // Few rows are found by themselves; where somebody sees many, the order comes upon them soon enough.
    if selection.key == "t.id", let few = try reader.fewSeen(of: String(selection.from.prefix { $0 != " " })) {
      conditions.append("t.id IN (SELECT value FROM json_each(?))")
      values.append(.text(few))
    }
    if let row {
      conditions.append(selection.behindCursor(goesBack))
      values.append(.int(row))
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ")
    let direction = selection.isNewestFirst != goesBack ? " DESC" : ""
    let first = selection.order.map { "\($0)\(direction)," } ?? ""
    let order = " ORDER BY \(first)\(selection.key)\(direction) LIMIT ?"
    let shown = (columns + [selection.key]).joined(separator: ",")
    return try reader.statement(text: "SELECT \(shown) FROM \(selection.from)\(filter)\(order)", values + [.int(limit)])
  }
}

extension Selection {
  /// The rows after the one whose key the cursor carries, or before it.
  fileprivate func behindCursor(_ goesBack: Bool) -> String {
    let behind = isNewestFirst != goesBack ? "<" : ">"
    guard let order else { return "\(key) \(behind) ?" }
    return "(\(order), \(key)) \(behind) (SELECT \(order), \(key) FROM \(from) WHERE \(key) = ?)"
  }
}

/// Cursors are opaque and authenticated: nobody can point one into another list or make one up.
struct CursorSeal: Sendable {
  let key: SecretKey

  func seal(_ row: Int64, goesBack: Bool = false, for list: String) -> String {
    let body = withUnsafeBytes(of: row.bigEndian) { Array($0) }
    return Base64.url(body + tag(body, goesBack, list))
  }

  func open(_ text: String, for list: String) throws -> (row: Int64, goesBack: Bool) {
    guard let data = Base64.decode(url: text), data.count == 24,
      let goesBack = [false, true].first(where: { tag(Array(data.prefix(8)), $0, list) == Array(data.suffix(16)) })
    else { throw Refusal.input("/cursor", "list.cursor", Texts("نشانهٔ برگ معتبر نیست.", "The cursor is not valid.")) }
    return (data.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }, goesBack)
  }

  private func tag(_ body: [UInt8], _ goesBack: Bool, _ list: String) -> [UInt8] {
    Digest.blake2b(body + Array(((goesBack ? "back " : "") + list).utf8), length: .bytes16, key: key)
  }
}
