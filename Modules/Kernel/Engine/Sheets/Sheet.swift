import Secrets
import Values

/// A sheet as somebody sends it: its titles, and its rows read one after the other, so that the size of a sheet costs no
/// more memory than its text.
public struct Sheet: Sendable {
  /// A column by its title, where nothing hides it: empty columns are none.
  struct Column: Sendable, Equatable {
    let place: Int
    let title: String

    /// One that the product itself adds to a sheet of refused rows or of results; passed over when it comes back.
    var isOwn: Bool { ["_row", "_field", "_errors", "_code"].contains(title.lowercased()) }
  }

  /// More columns than any action has fields many times over.
  private static let mostColumns = 500

  /// Rows below the titles; blank ones do not count.
  public let count: Int
  let columns: [Column]
  /// Of its text, by which the same sheet is known again.
  public let digest: [UInt8]
  /// Behind the titles.
  private let start: CSVRecords
  private let width: Int

  /// - Parameters:
  ///   - octets: of the file.
  ///   - encoding: what its sender says it is; nil for UTF-8 or what its mark says.
  /// - Throws: `Refusal` for a sheet without titles, quotes that do not end as they began, text that cannot be read, and a
  ///   column with cells and no title.
  public init(_ octets: [UInt8], encoding: SheetEncoding? = nil) throws {
    let text = try SheetEncoding.text(of: octets, named: encoding)
    digest = Digest.sha256(octets)
    var records = CSVRecords(text)
    var titles: CSVRecords.Row?
    while titles == nil, let row = records.next() { titles = row.isBlank ? nil : row }
    try Sheet.requireWhole(records)
    guard let titles else { throw Refusal.sheet("import.empty", "برگه خالی است.", "The sheet is empty.") }
    columns = titles.cells.enumerated().compactMap { $1.isEmpty ? nil : Column(place: $0, title: $1) }
    // What stands behind the last title is no column.
    width = (columns.last?.place ?? 0) + 1
    guard columns.count <= Sheet.mostColumns else {
      let count = columns.count
      throw Refusal.sheet("import.columns", "برگه \(count) ستون دارد؛ بیشینه ۵۰۰ است.", "The sheet has \(count) columns; 500 are the most.")
    }
    start = records
    let titled = Set(columns.map(\.place))
    var count = 0
    while let row = records.next() {
      if row.isBlank { continue }
      count += 1
      for place in row.cells.indices where place < width && !titled.contains(place) && !row.cells[place].isEmpty {
        throw Refusal.sheet(
          "import.untitled", "ستون \(place + 1) عنوان ندارد و در سطر \(row.number) پر است.",
          "Column \(place + 1) has no title, and row \(row.number) has something in it.",
          next: Texts("به آن ستون عنوان دهید یا آن را پاک کنید.", "Give that column a title, or delete it."))
      }
    }
    try Sheet.requireWhole(records)
    self.count = count
  }

  /// From the first below the titles to the last; blank ones are passed over.
  var rows: Rows { Rows(records: start, width: width) }

  struct Rows: Sequence, IteratorProtocol {
    fileprivate var records: CSVRecords
    fileprivate let width: Int

    mutating func next() -> CSVRecords.Row? {
      while let row = records.next() { if !row.isBlank { return row } }
      return nil
    }
  }

  /// Cells that stand under no title, or are missing: something shifted, and nobody can say what.
  func misfit(_ row: CSVRecords.Row) -> Refusal? {
    let cells = row.cells.count
    guard cells != width, cells < width || row.cells[width...].contains(where: { !$0.isEmpty }) else { return nil }
    return Refusal.sheet(
      "import.width", "این سطر \(cells) خانه دارد و عنوان‌ها \(width) تا هستند.",
      "The row has \(cells) cells and there are \(width) titles.",
      next: Texts(
        "جداکنندهٔ خانه‌های خالی را هم بگذارید، و نوشته‌ای را که جداکننده در آن است در گیومه.",
        "Give empty cells their separator too, and put text that holds a separator between quotes."))
  }

  private static let quoting = Texts(
    "آن سطر را درست کنید: گیومهٔ درون یک خانه دوبار نوشته می‌شود (\"\")؛ یا برگه را از نو به شکل «CSV UTF-8» ذخیره کنید.",
    "Mend that row: a quote inside a cell is written twice (\"\"); or save the sheet again as \"CSV UTF-8\".")

  private static func requireWhole(_ records: CSVRecords) throws {
    guard let fault = records.fault else { return }
    if fault.isOpen {
      throw Refusal.sheet(
        "import.quote", "گیومه‌ای که در سطر \(fault.row) باز شده است بسته نمی‌شود.",
        "The quote that opens in row \(fault.row) is never closed.", next: Sheet.quoting)
    }
    throw Refusal.sheet(
      "import.quote", "در سطر \(fault.row) پس از بسته شدن گیومه چیز دیگری آمده است.",
      "In row \(fault.row) something stands behind a closing quote.", next: Sheet.quoting)
  }
}

extension Refusal {
  /// About a sheet as a whole, or a row of it.
  static func sheet(_ code: String, _ fa: String, _ en: String, next: Texts? = nil) -> Refusal {
    var refusal = Refusal.input("/csv", code, Texts(fa, en))
    refusal.next = next.map { [NextStep($0)] } ?? []
    return refusal
  }
}
