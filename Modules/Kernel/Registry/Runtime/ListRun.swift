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

  func page(_ input: Value, in reader: ReadCore) throws -> ListPage {
    let limit = input["limit"]?.integer ?? ListRun.defaultLimit
    guard (1...ListRun.largestLimit).contains(limit) else {
      throw Refusal.input("/limit", "list.limit", Texts("بین ۱ و ۵۰۰", "Between 1 and 500."))
    }
    var conditions = selection.conditions.map(\.sql)
    var values = selection.conditions.flatMap(\.values)
    if let text = input["cursor"]?.string {
      conditions.append(selection.behindCursor)
      values.append(.int(try cursors.open(text, for: command.spec.id)))
    }
    let columns = command.answer.map { selection.expressions[$0.name] ?? "t.\(snakeCase($0.name))" }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ")
    let direction = selection.isNewestFirst ? " DESC" : ""
    let first = selection.order.map { "\($0)\(direction)," } ?? ""
    let order = " ORDER BY \(first)\(selection.key)\(direction) LIMIT ?"
    let sql = "SELECT \(columns.joined(separator: ",")),\(selection.key) FROM \(selection.from)\(filter)\(order)"
    let statement = try reader.statement(text: sql, values + [.int(limit + 1)])
    return ListPage(command.answer.map(ListColumn.init), statement, limit: Int(limit)) { cursors.seal($0, for: command.spec.id) }
  }
}

extension Selection {
  /// The rows after the one whose key the cursor carries.
  fileprivate var behindCursor: String {
    let behind = isNewestFirst ? "<" : ">"
    guard let order else { return "\(key) \(behind) ?" }
    return "(\(order), \(key)) \(behind) (SELECT \(order), \(key) FROM \(from) WHERE \(key) = ?)"
  }
}

/// Cursors are opaque and authenticated: nobody can point one into another list or make one up.
struct CursorSeal: Sendable {
  let key: SecretKey

  func seal(_ row: Int64, for list: String) -> String {
    let body = withUnsafeBytes(of: row.bigEndian) { Array($0) }
    return Base64.url(body + tag(body, list))
  }

  func open(_ text: String, for list: String) throws -> Int64 {
    guard let data = Base64.decode(url: text), data.count == 24,
      tag(Array(data.prefix(8)), list) == Array(data.suffix(16))
    else { throw Refusal.input("/cursor", "list.cursor", Texts("نشانهٔ برگ معتبر نیست.", "The cursor is not valid.")) }
    return data.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
  }

  private func tag(_ body: [UInt8], _ list: String) -> [UInt8] {
    Digest.blake2b(body + Array(list.utf8), length: .bytes16, key: key)
  }
}
