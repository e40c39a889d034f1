import Feature
public import Values

/// One row of a sheet, one action; all rows in one transaction.
public struct SheetImport: Sendable {
  /// What is asked for each row.
  public let command: Command
  /// What is read.
  public let sheet: Sheet
  private let columns: SheetColumns
  /// Where the sheet has a row a thing and a column a case.
  private let matrix: SheetMatrix?
  private let options: SheetOptions

  /// - Throws: `Refusal` with every column that no field has or that several columns are, else with every field that needs
  ///   a column and has none.
  public init(command: Command, sheet: Sheet, options: SheetOptions = SheetOptions()) throws {
    self.command = command
    self.sheet = sheet
    self.options = options
    matrix = try SheetMatrix(sheet, of: command, options)
    columns = matrix == nil ? try SheetColumns(sheet.columns, of: command, options) : .none
    // A title that nobody knows may be the one that is missing: those are told first.
    if matrix == nil { try columns.requireAll(of: command) }
  }

  /// Where rows stand for themselves, so many are kept at once: others who write wait no longer than that.
  private static let portion = 250

  /// Tries every row, and keeps all of them, the good ones or none.
  ///
  /// Where rows stand for themselves and the work was cut short, the same file of the same person goes on where it was.
  ///
  /// - Parameters:
  ///   - wantsCodes: whether somebody asks what the rows are called now.
  ///   - pace: told after each row how many were tried; false stops after that row.
  /// - Returns: what became of the rows.
  /// - Throws: `Refusal` when the principal may not do this or the action cannot be done in bulk; `CallFault.commit` when
  ///   the store could not keep it. Refused rows throw nothing.
  public func run(
    _ runtime: Runtime, _ context: CallContext, wantsCodes: Bool = false, pace: @escaping BatchPace = { _ in true }
  ) throws -> SheetReport {
    var report = try perform(runtime, context, wantsCodes, pace)
    report.show(columns.shown, of: sheet.rows)
    return report
  }

  private func perform(
    _ runtime: Runtime, _ context: CallContext, _ wantsCodes: Bool, _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    var wish = BatchWish(skipsRefused: options.skipsRefused, wantsCodes: wantsCodes)
    wish.file = BatchFile(digest: sheet.digest, rows: sheet.count, isAgain: options.isAgain)
    if let matrix { return try run(matrix, runtime, context, wish, pace) }
    guard options.skipsRefused, !context.dryRun else {
      let rows = BatchRows(count: sheet.count) { each in
        for row in sheet.rows { guard try each(row.number, try input(of: row)) else { return } }
      }
      var report = SheetReport(try runtime.performAll(command, rows, context, wish, pace: pace), rows: sheet.count)
      report.passedOver = columns.passedOver
      return report
    }
    let province = context.principal.scope(for: command.spec.permission)?.scope.province
    return try runtime.runningSheets.alone(.init(action: command.spec.id, province: province, digest: sheet.digest)) {
      try runInPortions(runtime, context, wish, pace)
    }
  }

  /// A matrix is small and stands as a whole: its calls are all kept or none, whatever was wished.
  private func run(
    _ matrix: SheetMatrix, _ runtime: Runtime, _ context: CallContext, _ given: BatchWish, _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    var wish = given
    wish.skipsRefused = false
    let calls = try matrix.calls(sheet)
    wish.file = BatchFile(digest: sheet.digest, rows: calls.count, isAgain: options.isAgain)
    let rows = BatchRows(count: calls.count) { each in
      for call in calls {
        let input = try Result<Value, Refusal>(catchingRefusal: { try Field.conform(call.input, to: command.fields, mode: .typed) })
        guard try each(call.row, input.mapError { $0.about(column: call.title) }) else { return }
      }
    }
    return SheetReport(try runtime.performAll(command, rows, context, wish, pace: pace), rows: calls.count)
  }

  /// Each portion is kept before the next is tried.
  private func runInPortions(
    _ runtime: Runtime, _ context: CallContext, _ given: BatchWish, _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    var wish = given
    var report = SheetReport(rows: sheet.count)
    report.passedOver = columns.passedOver
    var rest = sheet.rows
    // The same file goes on where it was cut short: the rows before are in the store, with the count of them.
    if !options.isAgain, let known = try runtime.unfinishedBatch(command, sheet.digest, context.principal) {
      report.goOn(with: known)
      for _ in 0..<known.processed { _ = rest.next() }
    }
    wish.file?.batch = report.batch
    wish.file?.processed = report.tried
    while case let portion = try next(of: &rest), !portion.isEmpty {
      let before = report.tried
      let rows = BatchRows(count: portion.count) { each in
        for row in portion { guard try each(row.number, row.input) else { return } }
      }
      let result = try runtime.performAll(command, rows, context, wish) { pace(before + $0) }
      report.add(result)
      if report.refused.count >= BatchUnit.mostRefused { break }
      wish.file?.batch = report.batch
      wish.file?.refusedBefore = report.refused.count
      wish.file?.processed = report.tried
      if result.tried < portion.count { break }
    }
    return report
  }

  private func next(of rows: inout Sheet.Rows) throws -> [(number: Int, input: Result<Value, Refusal>)] {
    var portion: [(number: Int, input: Result<Value, Refusal>)] = []
    while portion.count < SheetImport.portion, let row = rows.next() { portion.append((row.number, try input(of: row))) }
    return portion
  }

  private func input(of row: CSVRecords.Row) throws -> Result<Value, Refusal> {
    try Result(catchingRefusal: {
      if let misfit = sheet.misfit(row) { throw misfit }
      return try Field.conform(columns.input(of: row.cells), to: command.fields, mode: .typed)
    })
  }

  /// The refused rows as they were, with their numbers, the fields concerned and what was wrong, as CSV line by line; once
  /// mended it goes in again as it is.
  public func write(_ refused: [SheetReport.RefusedRow], in language: Language, write: (String) throws -> Void) rethrows {
    var refused = refused[...]
    let comma = language == .fa ? "، " : ", "
    try write(CSVWriter.line(titles.map(CSVWriter.literal) + ["_row", "_field", "_errors"]))
    for row in sheet.rows {
      guard let next = refused.first, next.row == row.number else { continue }
      refused = refused.dropFirst()
      let labels = next.fields.compactMap { name in command.fields.first { $0.name == name }?.shortLabel[language] }
      let told = next.texts[language] + columns.offers(for: row.cells, in: language)
      try write(CSVWriter.line(cells(of: row) + [String(row.number), labels.joined(separator: comma), CSVWriter.literal(told)]))
    }
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

extension Result where Failure == Refusal {
  /// What came of it; an error that is no refusal goes on.
  fileprivate init(catchingRefusal body: () throws -> Success) throws {
    do { self = .success(try body()) } catch let refusal as Refusal { self = .failure(refusal) }
  }
}

extension Refusal {
  /// With the column that it is about.
  fileprivate func about(column: String) -> Refusal {
    var refusal = self
    func named(_ texts: Texts) -> Texts { Texts("ستون «\(column)»: \(texts.fa)", "Column \"\(column)\": \(texts.en)") }
    refusal.faults = faults.map { FieldFault($0.pointer, $0.code, named($0.texts)) }
    return refusal
  }

  /// Everything that was wrong and what to do next, on one line of one language.
  func told(in language: Language) -> String {
    let reasons = faults.isEmpty ? [texts[language]] : faults.map(\.texts[language])
    return (reasons + next.map { (language == .fa ? "← " : "→ ") + $0.texts[language] }).joined(separator: " ")
  }
}
