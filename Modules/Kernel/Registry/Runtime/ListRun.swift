import Jalali
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

  /// - Returns: `{"items": […], "next": cursor or null}`.
  func page(_ input: Value, in reader: ReadCore) throws -> Value {
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
    let statement = try reader.statement(sql, values + [.int(limit + 1)])
    defer { statement.reset() }
    var items: [Value] = []
    var last: Int64 = 0
    var next: Value = .null
    while try statement.step() {
      if items.count == limit {
        next = .text(cursors.seal(last, for: command.spec.id))
        break
      }
      items.append(try item(statement))
      last = statement.int(columns.count)
    }
    return .record(["items": .list(items), "next": next])
  }

  private func item(_ row: Statement) throws -> Value {
    var members: [Value.Member] = []
    members.reserveCapacity(command.answer.count)
    for (index, field) in command.answer.enumerated() {
      members.append(Value.Member(field.name, try field.shown(row.value(index))))
    }
    return .object(members)
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

extension Field {
  /// A stored column as an output field: day numbers become days, 0 and 1 truth values.
  func shown(_ raw: Value) throws -> Value {
    switch (kind, raw) {
    case (.day, .int(let number)): .day(.init(number: Int(number)))
    case (.bool, .int(let number)): .bool(number != 0)
    case (.list, .text(let text)), (.object, .text(let text)): try JSONReader.read(Array(text.utf8))
    case (_, .bytes) where guarding == .secret: .text("•••")
    default: raw
    }
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
