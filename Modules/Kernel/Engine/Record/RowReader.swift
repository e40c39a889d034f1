import Feature
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
