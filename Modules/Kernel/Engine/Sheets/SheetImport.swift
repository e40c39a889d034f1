import Feature
import Secrets
import Values

/// One row of a sheet, one action; all rows in one transaction.
public struct SheetImport: Sendable {
  /// What is asked for each row.
  public let command: Command
  /// What is read.
  public let sheet: Sheet
  private let shape: Shape
  private let options: SheetOptions

  /// How the sheet lies.
  private enum Shape {
    /// One row a call.
    case rows(SheetColumns)
    /// A row a thing and a column a case.
    case matrix(SheetMatrix)
  }

  /// - Throws: `Refusal` with every column that no field has or that several columns are, else with every field that needs
  ///   a column and has none.
  public init(command: Command, sheet: Sheet, options: SheetOptions = SheetOptions()) throws {
    self.command = command
    self.sheet = sheet
    self.options = options
    if let matrix = try SheetMatrix(sheet, of: command, options) {
      shape = .matrix(matrix)
    } else {
      let columns = try SheetColumns(sheet.columns, of: command, options)
      // A title that nobody knows may be the one that is missing: those are told first.
      try columns.requireAll(of: command)
      shape = .rows(columns)
    }
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
    var wish = BatchWish(skipsRefused: options.skipsRefused, wantsCodes: wantsCodes)
    wish.file = BatchFile(digest: digest, rows: sheet.count, isAgain: options.isAgain)
    let columns: SheetColumns
    switch shape {
    case .matrix(let matrix): return try run(matrix, runtime, context, wish, pace)
    case .rows(let found): columns = found
    }
    var report = try run(columns, runtime, context, wish, pace)
    (report.passedOver, report.remembered) = (columns.passedOver, columns.remembered)
    report.show(columns.shown, of: sheet.rows)
    let said = SheetColumns.mapped(options, of: command)
    if report.isKept, !said.isEmpty {
      let (owner, action) = (context.principal.id, command.spec.id)
      try KernelWrite.wait(runtime) { try ColumnMemory.keep(said, of: owner, action, on: $0) }
    }
    return report
  }

  /// One row a call: all or nothing, or portion by portion where rows stand for themselves.
  private func run(
    _ columns: SheetColumns, _ runtime: Runtime, _ context: CallContext, _ wish: BatchWish, _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    let strangers = try columns.own.strangers(in: sheet, command, runtime, context)
    guard options.skipsRefused, !context.dryRun else {
      let rows = BatchRows(count: sheet.count) { each in
        for row in sheet.rows { guard try each(row.number, try input(of: row, columns, strangers)) else { return } }
      }
      return SheetReport(try runtime.performAll(command, rows, context, wish, pace: pace), rows: sheet.count)
    }
    let province = context.principal.scope(for: command.spec.permission)?.scope.province
    return try runtime.runningSheets.alone(.init(action: command.spec.id, province: province, digest: digest)) {
      try runInPortions(columns, strangers, runtime, context, wish, pace)
    }
  }

  /// A matrix is small and stands as a whole: its calls are all kept or none, whatever was wished.
  private func run(
    _ matrix: SheetMatrix, _ runtime: Runtime, _ context: CallContext, _ given: BatchWish, _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    var wish = given
    wish.skipsRefused = false
    let calls = try matrix.calls(sheet)
    wish.file = BatchFile(digest: digest, rows: calls.count, isAgain: options.isAgain)
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
    _ columns: SheetColumns, _ strangers: [Int: Refusal], _ runtime: Runtime, _ context: CallContext, _ given: BatchWish,
    _ pace: @escaping BatchPace
  ) throws -> SheetReport {
    var wish = given
    var report = SheetReport(rows: sheet.count)
    var rest = sheet.rows
    // The same file goes on where it was cut short: the rows before are in the store, with the count of them.
    if !options.isAgain, let known = try runtime.unfinishedBatch(command, digest, context.principal) {
      report.goOn(with: known)
      for _ in 0..<known.processed { _ = rest.next() }
    }
    wish.file?.batch = report.batch
    wish.file?.processed = report.tried
    while case let portion = try next(of: &rest, columns, strangers), !portion.isEmpty {
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

  private func next(
    of rows: inout Sheet.Rows, _ columns: SheetColumns, _ strangers: [Int: Refusal]
  ) throws -> [(number: Int, input: Result<Value, Refusal>)] {
    var portion: [(number: Int, input: Result<Value, Refusal>)] = []
    while portion.count < SheetImport.portion, let row = rows.next() {
      portion.append((row.number, try input(of: row, columns, strangers)))
    }
    return portion
  }

  private func input(
    of row: CSVRecords.Row, _ columns: SheetColumns, _ strangers: [Int: Refusal]
  ) throws -> Result<Value, Refusal> {
    try Result(catchingRefusal: {
      if let stranger = strangers[row.number] { throw stranger }
      if let misfit = sheet.misfit(row) { throw misfit }
      return try Field.conform(columns.input(of: row.cells), to: command.fields, mode: .typed)
    })
  }

  /// By which the same sheet is known again: of its file, and of what was given for all its rows, which makes other rows of it.
  private var digest: [UInt8] {
    guard !options.given.isEmpty else { return sheet.digest }
    let given = options.given.map { "\($0.field)=\($0.value)" }.sorted()
    return Digest.sha256(sheet.digest + JSONWriter.write(.list(given.map(Value.text))))
  }

  /// For sheets that go back to their sender.
  public var returned: ReturnedSheet {
    if case .rows(let columns) = shape { ReturnedSheet(sheet, of: command, columns) } else { ReturnedSheet(sheet, of: command, nil) }
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
    let column = column.shownTitle
    func named(_ texts: Texts) -> Texts { Texts("ستون «\(column)»: \(texts.fa)", "Column \"\(column)\": \(texts.en)") }
    refusal.faults = faults.map { FieldFault($0.pointer, $0.code, named($0.texts)) }
    return refusal
  }
}
