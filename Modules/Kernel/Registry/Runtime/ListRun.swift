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

  /// - Returns: `{"items": […], "next": cursor or null}`, and `previous` where the page was reached by a cursor.
  func page(_ input: Value, in reader: ReadCore) throws -> Value {
    let limit = try ListRun.limit(input)
    let mark = try input["cursor"]?.string.map { try cursors.open($0, for: command.spec.id) }
    let goesBack = mark?.goesBack ?? false
    var conditions = selection.conditions.map(\.sql)
    var values = selection.conditions.flatMap(\.values)
    if let mark {
      conditions.append(selection.behindCursor(goesBack))
      values.append(.int(mark.row))
    }
    let columns = command.answer.map { selection.expressions[$0.name] ?? "t.\(snakeCase($0.name))" }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ")
    let direction = selection.isNewestFirst != goesBack ? " DESC" : ""
    let first = selection.order.map { "\($0)\(direction)," } ?? ""
    let order = " ORDER BY \(first)\(selection.key)\(direction) LIMIT ?"
    let sql = "SELECT \(columns.joined(separator: ",")),\(selection.key) FROM \(selection.from)\(filter)\(order)"
    let statement = try reader.statement(sql, values + [.int(limit + 1)])
    defer { statement.reset() }
    var items: [Value] = []
    var ends: (first: Int64, last: Int64)?
    var goesOn = false
    while try statement.step() {
      goesOn = items.count == limit
      if goesOn { break }
      items.append(try item(statement))
      let key = statement.int(columns.count)
      ends = (ends?.first ?? key, key)
    }
    func cursor(_ row: Int64?, _ goesBack: Bool) -> Value {
      row.map { .text(cursors.seal($0, goesBack: goesBack, for: command.spec.id)) } ?? .null
    }
    guard goesBack else {
      let page = Value.record(["items": .list(items), "next": goesOn ? cursor(ends?.last, false) : .null])
      return mark == nil ? page : .object(page.members + [.init("previous", cursor(ends?.first, true))])
    }
    return .record([
      "items": .list(items.reversed()), "next": cursor(ends?.first, false), "previous": goesOn ? cursor(ends?.last, true) : .null,
    ])
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
  /// The rows after the one whose key the cursor carries, or before it.
  fileprivate func behindCursor(_ goesBack: Bool) -> String {
    let behind = isNewestFirst != goesBack ? "<" : ">"
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
