import Feature
import Persian
public import Values

/// One CSV row, one action: columns by field name or Persian title, in any order; all rows in one transaction.
public struct SheetImport: Sendable {
  private let command: Command
  private let sheet: CSVSheet
  private let columns: [String]

  /// - Throws: `Refusal` naming a column that no field has.
  public init(command: Command, sheet: CSVSheet) throws {
    self.command = command
    self.sheet = sheet
    columns = try sheet.header.map { title in
      let key = PersianText.searchKey(title)
      let field = command.fields.first { $0.name == title || PersianText.searchKey($0.texts.fa) == key }
      guard let field else {
        let known = command.fields.map(\.name).joined(separator: ", ")
        throw Refusal.input(
          "/csv", "import.column",
          Texts("ستون «\(title)» شناخته نیست. ستون‌ها: \(known)", "The column `\(title)` is not known. Columns: \(known)"))
      }
      return field.name
    }
  }

  /// What became of the rows.
  public struct Report: Sendable {
    /// Rows of the sheet below its header.
    public let rows: Int
    /// Rows that were read and not refused.
    public let good: Int
    /// Refused rows by their place below the header, from 0.
    public let refused: [(row: Int, refusal: Refusal)]
    /// Rows that are in the store now.
    public let kept: Int
    /// The last ledger entry; nil when nothing was kept.
    public let entry: Int64?
    /// How many of the readable rows were tried; fewer than there are when the work was stopped.
    public let tried: Int
    /// Whether somebody stopped it before the last row.
    public let isStopped: Bool

    /// As a job shows it; row numbers are those of a spreadsheet, the header being 1.
    var summary: Value {
      .record([
        "rows": .int(Int64(rows)), "good": .int(Int64(good)), "kept": .int(Int64(kept)),
        "tried": .int(Int64(tried)),
        "entry": entry.map(Value.int) ?? .null,
        "refused": .list(
          refused.prefix(1_000).map { row, refusal in
            let pointers = refusal.faults.map { Value.text("\($0.pointer) \($0.texts.en) · \($0.texts.fa)") }
            return .record([
              "row": .int(Int64(row + 2)), "code": .text(refusal.code), "fa": .text(refusal.texts.fa),
              "en": .text(refusal.texts.en), "faults": .list(pointers),
              "next": .list(refusal.next.map(\.value)),
            ])
          }),
      ])
    }
  }

  /// How many rows the sheet has below its header.
  public var count: Int { sheet.rows.count }

  /// - Parameter pace: as for `performAll`.
  /// - Returns: what became of the rows.
  /// - Throws: `Refusal` when the principal may not do this or the action cannot be done in bulk; `CallFault.commit` when
  ///   the store could not keep it. Refused rows throw nothing.
  public func run(
    _ runtime: Runtime, _ context: CallContext, skippingRefused: Bool, pace: @escaping BatchPace = { _ in true }
  ) throws -> Report {
    var inputs: [(row: Int, value: Value)] = []
    var refused: [(row: Int, refusal: Refusal)] = []
    for (index, row) in sheet.rows.enumerated() {
      let members = zip(columns, row).filter { !$0.1.isEmpty }.map { Value.Member($0.0, .text($0.1)) }
      do {
        inputs.append((index, try Field.conform(.object(members), to: command.fields, mode: .typed)))
      } catch let refusal as Refusal {
        refused.append((index, runtime.advised(refusal, command, .null, context.principal, reader: nil) as? Refusal ?? refusal))
      }
    }
    var context = context
    // With a row that cannot even be read nothing is kept; the others are tried all the same, so that all is told at once.
    if !refused.isEmpty, !skippingRefused { context.dryRun = true }
    let answer = try runtime.performAll(
      command, inputs.map(\.value), context, skippingRefused: skippingRefused, pace: pace)
    refused += answer.refused.map { (inputs[$0.row].row, $0.refusal) }
    refused.sort { $0.row < $1.row }
    return Report(
      rows: sheet.rows.count, good: answer.done, refused: refused, kept: answer.isKept ? answer.done : 0,
      entry: answer.lastEntry, tried: answer.tried, isStopped: answer.tried < inputs.count)
  }
}
