import Feature
import Jalali
import Store
import Values

/// One page of a list, written while its rows are read: `{"items": […], "next": cursor or null}`.
public final class ListPage: Encodable {
  private let columns: [ListColumn]
  private let statement: Statement
  private let snapshot: StoreSnapshot
  /// What the rows are called that a column refers to; nil for a column that refers to none.
  private let names: [RowNames?]
  private let limit: Int
  private let hasPrevious: Bool
  private let seal: (_ row: Int64, _ goesBack: Bool) -> String
  /// The marks of the pages behind and before this one; known once it was written.
  public private(set) var next: String?
  /// nil on the first page.
  public private(set) var previous: String?

  /// - Parameter statement: ready to step; its last column is the key of the row.
  init(
    _ columns: [ListColumn], _ statement: Statement, of snapshot: StoreSnapshot, limit: Int, hasPrevious: Bool,
    seal: @escaping (Int64, Bool) -> String
  ) {
    self.columns = columns
    self.statement = statement
    self.snapshot = snapshot
    names = columns.map { $0.object.flatMap(snapshot.rowNames) }
    self.limit = limit
    self.hasPrevious = hasPrevious
    self.seal = seal
  }

  public func encode(to encoder: any Encoder) throws {
    defer { statement.reset() }
    if let encoding = encoder as? JSONEncoding { return try write(&encoding.json) }
    var items: [Value] = []
    try eachRow {
      items.append(.object(try columns.indices.flatMap { try members($0) }))
    }
    try ValueEncoder.put(.record(["items": .list(items), "next": next.map(Value.text) ?? .null]), into: encoder)
  }

  private func write(_ json: inout JSONWriter) throws {
    json.buffer.raw(#"{"items":["#)
    try eachRow {
      json.comma()
      json.buffer.put(UInt8(ascii: "{"))
      for place in columns.indices {
        let column = columns[place]
        try column.write(statement, place, into: &json)
        if let names = names[place] { try column.write(statement, place, among: names, of: snapshot, into: &json) }
      }
      json.buffer.put(UInt8(ascii: "}"))
    }
    json.buffer.raw(#"],"next":"#)
    if let next { json.buffer.put(next) } else { json.buffer.raw("null") }
    json.buffer.put(UInt8(ascii: "}"))
  }

  /// The members that a column becomes.
  private func members(_ place: Int) throws -> [Value.Member] {
    let column = columns[place]
    let own = Value.Member(column.name, try column.shown(statement, place))
    guard let names = names[place] else { return [own] }
    guard let called = try column.called(statement, place, among: names, of: snapshot) else { return [own] }
    return [own, .init(column.nameMember, column.isOwn ? .text(called.code) : called.value)]
  }

  private func eachRow(_ body: () throws -> Void) throws {
    var count = 0
    var last: Int64 = 0
    while try statement.step() {
      guard count < limit else { return next = seal(last, false) }
      try body()
      count += 1
      last = statement.int(columns.count)
      if count == 1, hasPrevious { previous = seal(last, true) }
    }
  }
}
