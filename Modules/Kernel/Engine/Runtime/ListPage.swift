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
        if column.object != nil { try column.write(statement, place, among: names[place], of: snapshot, into: &json) }
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
    guard let called = try column.called(statement, place, among: names[place], of: snapshot) else { return [own] }
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

/// One property of a list's rows.
final class ListColumn: Sendable {
  let name: String
  private let kind: FieldKind
  private let guarding: FieldGuard
  /// The name as a member begins with it, and that of a day's twin: written once, for all rows.
  private let lead: [UInt8]
  private let twin: [UInt8]
  /// The kind of thing whose number or code it holds; nil for neither, and for a row whose code is a column too.
  let object: String?
  /// Whether it is the number of the row itself, which has a code beside it and no name.
  var isOwn: Bool { name == "id" }
  /// The member for what the thing is called: its code for the row's own number, code and name for another's.
  let nameMember: String
  private let nameLead: [UInt8]

  private init(_ field: Field, object: String?) {
    name = field.name
    kind = field.kind
    guarding = field.guarding
    lead = ListColumn.lead(name)
    twin = ListColumn.lead(JSONWriter.twin(of: name))
    self.object = object
    nameMember = name == "id" ? "code" : ReferenceName.member(beside: name)
    nameLead = ListColumn.lead(nameMember)
  }

  /// The columns of a list's rows, in order.
  static func all(of fields: [Field]) -> [ListColumn] {
    let hasCode = fields.contains { $0.name == "code" }
    return fields.map { field in
      switch field.kind {
      case .reference(let object, nil) where field.name != "id" || !hasCode: ListColumn(field, object: object)
      case .code(let object): ListColumn(field, object: object)
      default: ListColumn(field, object: nil)
      }
    }
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
  }

  /// What the row is called that stands in a column; nil for one that does not exist for the reader.
  ///
  /// - Parameter names: of the column's kind; nil where it refers to none, or to rows of any kind.
  func called(_ row: Statement, _ place: Int, among names: RowNames?, of snapshot: StoreSnapshot) throws -> ReferenceName? {
    guard let names else {
      return object == ThingName.anyKind && row.type(place) == .text ? try snapshot.name(of: ThingName.anyKind, code: row.text(place)) : nil
    }
    return switch row.type(place) {
    case .integer: try snapshot.name(row.int(place), among: names)
    case .text: try snapshot.name(row.text(place), among: names)
    default: nil
    }
  }

  /// The member for what a row is called, behind its number or code.
  func write(
    _ row: Statement, _ place: Int, among names: RowNames?, of snapshot: StoreSnapshot, into json: inout JSONWriter
  ) throws {
    if isOwn, let numbered = names?.numbered {
      json.comma()
      json.buffer.put(nameLead)
      json.buffer.put(UInt8(ascii: "\""))
      json.buffer.put(numbered)
      json.buffer.put(row.int(place))
      return json.buffer.put(UInt8(ascii: "\""))
    }
    guard let called = try called(row, place, among: names, of: snapshot) else { return }
    json.comma()
    json.buffer.put(nameLead)
    if isOwn { json.buffer.put(called.code) } else { json.buffer.put(called.json) }
  }
}
