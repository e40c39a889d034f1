public import Values

/// A sheet on its way back to its sender: the rows that were refused, or what the rows are called now.
public struct ReturnedSheet: Sendable {
  private let command: Command
  private let sheet: Sheet
  private let columns: SheetColumns?

  init(_ sheet: Sheet, of command: Command, _ columns: SheetColumns?) {
    (self.command, self.sheet, self.columns) = (command, sheet, columns)
  }

  /// Of a sheet that a server reads: what its columns are is known as far as the options say it.
  public init(_ sheet: Sheet, of command: Command, _ options: SheetOptions) {
    self.init(sheet, of: command, try? SheetColumns(sheet.columns, of: command, options))
  }

  /// The refused rows as they were, with their numbers, the fields concerned and what was wrong, as CSV line by line; once
  /// mended it goes in again as it is.
  public func write(_ refused: [SheetReport.RefusedRow], in language: Language, write: (String) throws -> Void) rethrows {
    var refused = refused[...]
    let comma = language == .fa ? "، " : ", "
    try write(CSVWriter.line(titles.map(CSVWriter.literal) + ["_row", "_field", "_errors"]))
    for row in sheet.rows {
      let reasons = refused.prefix { $0.row == row.number }
      guard !reasons.isEmpty else { continue }
      refused = refused.dropFirst(reasons.count)
      let labels = reasons.flatMap(\.fields).compactMap { name in command.fields.first { $0.name == name }?.shortLabel[language] }
      let told = reasons.map(\.texts[language]).joined(separator: " ") + offers(for: row, in: language)
      try write(CSVWriter.line(cells(of: row) + [String(row.number), labels.joined(separator: comma), CSVWriter.literal(told)]))
    }
  }

  private func offers(for row: CSVRecords.Row, in language: Language) -> String {
    columns?.offers(for: row.cells, in: language) ?? ""
  }

  /// Columns of the sender: ours are written anew.
  private var foreign: [Sheet.Column] { sheet.columns.filter { !$0.isOwn } }
  private var titles: [String] { foreign.map(\.title) }

  private func cells(of row: CSVRecords.Row) -> [String] {
    foreign.map { $0.place < row.cells.count ? CSVWriter.literal(CSVWriter.meant(by: row.cells[$0.place])) : "" }
  }

  /// Each row's number and what it is called now, as CSV line by line.
  public func results(of report: SheetReport, write: (String) throws -> Void) rethrows {
    var codes = report.codes[...]
    try write(CSVWriter.line(titles.map(CSVWriter.literal) + ["_row", "_code"]))
    for row in sheet.rows {
      guard let next = codes.first, next.row == row.number else { continue }
      codes = codes.dropFirst()
      try write(CSVWriter.line(cells(of: row) + [String(row.number), next.code]))
    }
  }
}

extension Refusal {
  /// Everything that was wrong and what to do next, on one line of one language.
  func told(in language: Language) -> String {
    let reasons = faults.isEmpty ? [texts[language]] : faults.map(\.texts[language])
    let told = reasons.joined(separator: language == .fa ? "؛ " : "; ")
    return ([told] + next.map { (language == .fa ? "← " : "→ ") + $0.texts[language] }).joined(separator: " ")
  }
}
