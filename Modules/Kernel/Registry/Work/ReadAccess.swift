public import Jalali
import Ledger
public import Persian
import Store
public import Values

/// What both a look and a unit of work can do: read rows in scope, ask other modules.
public protocol ReadAccess: ~Copyable {
  var reader: ReadCore { get }
}

/// A view of the store through one actor's eyes; lives as long as one call.
public struct Look: ~Copyable, ReadAccess {
  public let reader: ReadCore

  init(_ reader: ReadCore) { self.reader = reader }
}

extension ReadAccess where Self: ~Copyable {
  /// The business date.
  public var day: JalaliDay { reader.day }
  public var actor: Actor { reader.actor }
  /// Now; microseconds since 1970, UTC.
  public var micros: Int64 { reader.micros }
  /// The address the request came from; empty for none.
  public var host: String { reader.origin.host }
  /// The actor's province; nil for the nation.
  public var home: Province? { reader.scope.province.flatMap { Province(code: $0) } }

  public func find<Row: Record>(_ type: Row.Type, _ id: ID<Row.Of>) throws -> Row? {
    try reader.first(type, "id = ?", [id.value])
  }

  /// - Throws: `Refusal.notFound`, also for a row that exists in somebody else's province.
  public func require<Row: Record>(_ type: Row.Type, _ reference: Ref<Row.Of>) throws -> Row {
    let found: Row? =
      switch reference {
      case .row(let raw): try reader.first(type, "id = ?", [.int(raw)])
      case .code(let code): try reader.first(type, "code = ?", [.text(code)])
      }
    guard let found else { throw Refusal.notFound(Row.Of.texts) }
    return found
  }

  public func require<Row: Record>(_ type: Row.Type, _ id: ID<Row.Of>) throws -> Row {
    try require(type, Ref(id))
  }

  /// The first row that meets a condition with `?` for each argument.
  public func first<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: any FieldType...) throws -> Row? {
    try reader.first(type, condition, arguments.map(\.value))
  }

  /// All rows that meet a condition; it may end in ORDER BY.
  public func all<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: any FieldType...) throws -> [Row] {
    try reader.all(type, condition, arguments.map(\.value))
  }

  /// Rows of literal SQL; tables show what is in scope.
  public func rows(_ sql: StaticString, _ arguments: any FieldType...) throws -> [[Value]] {
    try reader.rows(sql, arguments.map(\.value))
  }

  /// The one number that literal SQL answers; 0 for none.
  public func count(_ sql: StaticString, _ arguments: any FieldType...) throws -> Int {
    Int(try reader.number(sql, arguments.map(\.value)) ?? 0)
  }

  /// Notes that this row's personal data was read; the query must declare `leavesEntry`.
  public func noteRead<Row: Record>(_ row: Row) {
    reader.note(
      ReadNote(
        object: "\(Row.Of.object)/\(row.id.raw)", province: (row as? any ProvincialRecord)?.province.shortCode,
        subject: (row as? any PersonalRecord)?.subject.raw, detail: []))
  }

  /// The module that answers a contract: `ask((any PeopleDesk).self)`.
  public func ask<Contract>(_ contract: Contract.Type) throws -> Contract { try reader.kernel.ask(contract) }

  /// The searchable stand-in for a secret value: equal values give equal keys, nobody else can compute one.
  public func blindIndex(_ text: String, _ purpose: StaticString) -> Bytes {
    Bytes(reader.vault.blindIndex(text, purpose: "\(purpose)"))
  }
}
