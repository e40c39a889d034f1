import Feature
import Jalali
import Store
import Values

/// One page of a list, written while its rows are read: `{"items": […], "next": cursor or null}`.
public final class ListPage: Encodable {
  private let columns: [ListColumn]
  /// Where the key of the row stands.
  private let keyPlace: Int
  private let statement: Statement
  private let limit: Int
  private let hasPrevious: Bool
  private let seal: (_ row: Int64, _ goesBack: Bool) -> String
  /// The marks of the pages behind and before this one; known once it was written.
  public private(set) var next: String?
  /// nil on the first page.
  public private(set) var previous: String?

  /// - Parameter statement: ready to step; its last column is the key of the row.
  init(_ columns: [ListColumn], _ statement: Statement, limit: Int, hasPrevious: Bool, seal: @escaping (Int64, Bool) -> String) {
    self.columns = columns
    keyPlace = columns.count + columns.count { $0.object != nil }
    self.statement = statement
    self.limit = limit
    self.hasPrevious = hasPrevious
    self.seal = seal
  }

  public func encode(to encoder: any Encoder) throws {
    defer { statement.reset() }
    if let encoding = encoder as? JSONEncoding { return try write(&encoding.json) }
    var items: [Value] = []
    try eachRow {
      items.append(.object(try columns.enumerated().flatMap { place, column in try column.members(statement, place) }))
    }
    try ValueEncoder.put(.record(["items": .list(items), "next": next.map(Value.text) ?? .null]), into: encoder)
  }

  private func write(_ json: inout JSONWriter) throws {
    json.buffer.raw(#"{"items":["#)
    try eachRow {
      json.comma()
      json.buffer.put(UInt8(ascii: "{"))
      for (place, column) in columns.enumerated() { try column.write(statement, place, into: &json) }
      json.buffer.put(UInt8(ascii: "}"))
    }
    json.buffer.raw(#"],"next":"#)
    if let next { json.buffer.put(next) } else { json.buffer.raw("null") }
    json.buffer.put(UInt8(ascii: "}"))
  }

  private func eachRow(_ body: () throws -> Void) throws {
    var count = 0
    var last: Int64 = 0
    while try statement.step() {
      guard count < limit else { return next = seal(last, false) }
      try body()
      count += 1
      last = statement.int(keyPlace)
      if count == 1, hasPrevious { previous = seal(last, true) }
    }
  }
}

/// One property of a list's rows.
struct ListColumn: Sendable {
  let name: String
  private let kind: FieldKind
  private let guarding: FieldGuard
  /// The name as a member begins with it, and that of a day's twin: written once, for all rows.
  private let lead: [UInt8]
  private let twin: [UInt8]
  /// The kind of thing whose number it holds; nil for no number of a row.
  let object: String?
  /// Where code and name of that thing stand in the row.
  private let namePlace: Int
  /// The member for what the thing is called: its code for the row's own number, code and name for another's.
  private let nameMember: String
  private let nameLead: [UInt8]

  private init(_ field: Field, object: String?, namePlace: Int) {
    name = field.name
    kind = field.kind
    guarding = field.guarding
    lead = ListColumn.lead(name)
    twin = ListColumn.lead(JSONWriter.twin(of: name))
    self.object = object
    self.namePlace = namePlace
    nameMember = name == "id" ? "code" : ReferenceName.member(beside: name)
    nameLead = ListColumn.lead(nameMember)
  }

  /// The columns of a list's rows, in order. The names of the things referred to stand behind all of them.
  static func all(of fields: [Field]) -> [ListColumn] {
    var names = fields.count
    let hasCode = fields.contains { $0.name == "code" }
    return fields.map { field in
      guard case .reference(let object, nil) = field.kind, field.name != "id" || !hasCode else {
        return ListColumn(field, object: nil, namePlace: 0)
      }
      defer { names += 1 }
      return ListColumn(field, object: object, namePlace: names)
    }
  }

  /// The members that the column becomes.
  func members(_ row: Statement, _ place: Int) throws -> [Value.Member] {
    let own = Value.Member(name, try shown(row, place))
    guard object != nil, case .text(let text) = row.value(namePlace) else { return [own] }
    let parts = text.unicodeScalars.split(separator: "\u{1F}", maxSplits: 1).map { String($0) }
    let called = ReferenceName(code: parts.first ?? "", name: parts.count > 1 ? parts[1] : nil)
    return [own, .init(nameMember, name == "id" ? .text(called.code) : called.value)]
  }

  private static func lead(_ name: String) -> [UInt8] {
    var buffer = JSONBuffer()
    buffer.put(name: name)
    return buffer.array
  }

  /// A stored column as an output field: day numbers become days, 0 and 1 truth values.
  func shown(_ row: Statement, _ place: Int) throws -> Value {
    let raw = row.value(place)
    return switch (kind, raw) {
    case (.day, .int(let number)): .day(JalaliDay(number: Int(number)))
    case (.bool, .int(let number)): .bool(number != 0)
    case (.list, .text(let text)), (.object, .text(let text)): try JSONReader.read(Array(text.utf8))
    case (_, .bytes) where guarding == .secret: .text("•••")
    default: raw
    }
  }

  /// The same as JSON text; what is text or number goes over as it lies in the row.
  func write(_ row: Statement, _ place: Int, into json: inout JSONWriter) throws {
    json.comma()
    json.buffer.put(lead)
    switch (kind, row.type(place)) {
    case (.day, .integer):
      let day = JalaliDay(number: Int(row.int(place)))
      json.buffer.put(iso: day)
      json.comma()
      json.buffer.put(twin)
      json.buffer.put(jalali: day)
    case (.bool, .integer), (.list, .text), (.object, .text), (_, .blob): json.put(try shown(row, place))
    case (_, .integer): json.buffer.put(row.int(place))
    case (_, .text): row.withText(place) { json.buffer.quote($0) }
    case (_, .null): json.buffer.raw("null")
    }
    if object != nil, row.type(namePlace) == .text { writeName(row, into: &json) }
  }

  /// What stands in the row as `code`, a separator and the name.
  private func writeName(_ row: Statement, into json: inout JSONWriter) {
    json.comma()
    json.buffer.put(nameLead)
    row.withText(namePlace) { text in
      let end = text.firstIndex(of: 0x1F) ?? text.count
      guard name != "id" else { return json.buffer.quote(UnsafeBufferPointer(rebasing: text[..<end])) }
      json.buffer.raw(#"{"code":"#)
      json.buffer.quote(UnsafeBufferPointer(rebasing: text[..<end]))
      json.buffer.raw(#","name":"#)
      if end < text.count { json.buffer.quote(UnsafeBufferPointer(rebasing: text[(end + 1)...])) } else { json.buffer.raw("null") }
      json.buffer.put(UInt8(ascii: "}"))
    }
  }
}
