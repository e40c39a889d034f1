import Feature
import Jalali
import Store
import Values

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
  func called(_ row: Statement, _ place: Int, among names: RowNames, of snapshot: StoreSnapshot) throws -> ReferenceName? {
    switch row.type(place) {
    case .integer: try snapshot.name(row.int(place), among: names)
    case .text: try snapshot.name(row.text(place), among: names)
    default: nil
    }
  }

  /// The member for what a row is called, behind its number or code.
  func write(
    _ row: Statement, _ place: Int, among names: RowNames, of snapshot: StoreSnapshot, into json: inout JSONWriter
  ) throws {
    if isOwn, let numbered = names.numbered {
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
