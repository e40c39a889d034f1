import Feature
import Jalali
import Ledger
import Store
import Values

/// Reads records straight from the columns of a statement; secrets are opened on the way.
struct RowReader {
  private let layout: RecordLayout
  private let decoder: ColumnDecoder

  init(_ layout: RecordLayout, _ statement: Statement, _ vault: Vault, _ connection: Connection) {
    self.layout = layout
    // An erased secret is null.
    decoder = ColumnDecoder(layout.properties) { place in
      let column = layout.columns[place]
      let raw = statement.value(place)
      guard column.guarding == .secret, case .bytes(let box) = raw else { return try column.loaded(raw) }
      let address = VaultPlace(table: layout.table.name, column: column.name, row: statement.int(layout.idPlace))
      let subject = layout.subjectPlace.map { statement.bytes($0) }
      return try vault.open(box, at: address, subject: subject, on: connection).map { .secret(try JSONReader.read($0)) } ?? .null
    }
  }

  /// The row that the statement stands on.
  ///
  /// - Throws: `StoreFault` when the stored columns are no such record: our fault, not the caller's.
  func row<Row: Record>(_ type: Row.Type) throws -> Row {
    do {
      return try decoder.read(type)
    } catch let fault as FieldFault {
      throw StoreFault(
        .sql,
        Texts(
          "ردیفی از \(layout.table.name) خوانا نیست: \(fault.pointer)", "A row of \(layout.table.name) cannot be read: \(fault.pointer)"))
    }
  }
}

extension RecordLayout.Column {
  /// How a kind of field lies in its column.
  enum Form: Sendable {
    case asItIs, day, bool, json
    /// Text that its type reads and writes in its own way.
    case own

    init(_ kind: FieldKind) {
      self =
        switch kind {
        case .bool: .bool
        case .day: .day
        case .list, .object: .json
        case .nationalID, .legalEntityID, .iban, .mobile: .own
        case .int, .text, .code, .rial, .province, .bytes, .choice, .reference: .asItIs
        }
    }

    var isPlain: Bool { self != .json && self != .own }

    /// The value that the field writes, from the stored one.
    func written(_ raw: Value) -> Value {
      switch (self, raw) {
      case (.bool, .int(let number)): .bool(number != 0)
      case (.day, .int(let number)): .day(JalaliDay(number: Int(number)))
      default: raw
      }
    }
  }

  /// The value of a property as its column holds it. Lists and structs become JSON text; secrets are sealed elsewhere.
  func stored(_ value: Value) -> Value {
    switch value {
    case .list, .object: .text(JSONWriter.text(value, showsSecrets: true))
    case .personal(let inner): inner
    default: value
    }
  }

  /// The other way round.
  func loaded(_ raw: Value) throws -> Value {
    switch (form, raw) {
    case (.bool, .int(let number)): .bool(number != 0)
    case (.json, .text(let text)): try JSONReader.read(Array(text.utf8))
    default: raw
    }
  }
}
