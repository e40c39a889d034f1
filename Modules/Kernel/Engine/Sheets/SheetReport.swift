public import Values

/// What became of the rows of a sheet. Every row is one of: new or changed, the same as before, refused (also before it went on), not tried.
public struct SheetReport: Sendable {
  /// Rows below the titles.
  public let rows: Int
  /// Rows that changed something, or would have.
  public private(set) var changed = 0
  /// Rows that asked for what is there already.
  public private(set) var same = 0
  /// Refused rows by their numbers as the sender's program shows them, from the first line of the file, and why.
  public private(set) var refused: [(row: Int, refusal: Refusal)] = []
  /// Rows that were refused before the work was cut short; why is not known any more.
  public private(set) var refusedBefore = 0
  /// What each changed row is called now, where somebody asked for it.
  public private(set) var codes: [(row: Int, code: String)] = []
  /// Whether the rows that were not refused are in the store now.
  public private(set) var isKept = false
  /// The last ledger entry; nil when nothing was kept.
  public private(set) var entry: Int64?
  /// The number under which the import is written down; nil when nothing was kept.
  public private(set) var batch: Int64?
  /// Columns of a sheet of our own that no input takes.
  public internal(set) var passedOver: [String] = []
  /// Columns that are what their sender said of them before, `TITLE=FIELD`.
  public internal(set) var remembered: [String] = []
  /// How many rows were tried; fewer than there are when somebody stopped it.
  public private(set) var tried = 0

  /// What stood in the fields of refused rows, as far as a report may hold it: it is kept, and read by others.
  private var shown: [Int: [String: String]] = [:]

  /// Of a sheet of which no row was tried yet.
  init(rows: Int) { self.rows = rows }

  init(_ result: BatchResult, rows: Int) {
    self.init(rows: rows)
    add(result)
  }

  /// Takes in what became of the rows before the work was cut short.
  mutating func goOn(with record: BatchRecord) {
    (changed, same, refusedBefore) = (record.changed, record.same, record.refused)
    (batch, entry, isKept, tried) = (record.id, record.lastEntry, true, record.processed)
  }

  /// Takes in what became of further rows.
  mutating func add(_ result: BatchResult) {
    changed += result.changed
    same += result.same
    refused += result.refused
    codes += result.codes
    isKept = isKept || result.isKept
    entry = result.lastEntry ?? entry
    batch = result.batch ?? batch
    tried += result.tried
  }

  /// Rows of a cause of which is told what stood there.
  private static let mostShown = 3

  /// Takes in what stood in the first rows of each cause.
  mutating func show(_ cell: (_ row: CSVRecords.Row, _ field: String) -> String?, of rows: Sheet.Rows) {
    var wanted: [Int: [String]] = [:]
    for cause in causes {
      guard let field = cause.field else { continue }
      for row in cause.rows.prefix(SheetReport.mostShown) { wanted[row, default: []].append(field) }
    }
    var left = wanted.count
    for row in rows where left > 0 {
      guard let fields = wanted[row.number] else { continue }
      left -= 1
      for field in fields { shown[row.number, default: [:]][field] = cell(row, field) }
    }
  }

  /// Rows that were not refused.
  public var good: Int { changed + same }
  /// Rows that are in the store now.
  public var kept: Int { isKept ? good : 0 }
  /// Whether somebody stopped it before the last row.
  public var isStopped: Bool { tried < rows }

  /// Refused rows that were refused for the same reason.
  public struct Cause: Sendable {
    /// Of the refusal, or of its fault.
    public let code: String
    /// The field concerned; nil for what is about the row.
    public let field: String?
    /// The first reason of the kind.
    public let texts: Texts
    /// What stood there in the first of the rows; empty for personal data.
    public internal(set) var values: [String]
    /// Numbers of the rows, ascending.
    public internal(set) var rows: [Int]
    /// What to do about it.
    public let next: [NextStep]
  }

  /// Why rows were refused, the commonest first.
  public var causes: [Cause] {
    var causes: [Cause] = []
    var places: [String: Int] = [:]
    for (row, refusal) in refused {
      let reasons = refusal.faults.isEmpty ? [FieldFault("", refusal.code, refusal.texts)] : refusal.faults
      for reason in reasons {
        let field = reason.pointer.split(separator: "/").first.map(String.init)
        let key = "\(reason.code) \(field ?? "") \(reason.texts.en)"
        if let place = places[key] {
          if causes[place].rows.last != row { causes[place].rows.append(row) }
        } else {
          places[key] = causes.count
          causes.append(
            Cause(
              code: reason.code, field: field, texts: reason.texts, values: [], rows: [row],
              // Advice on several faults is about the first of them.
              next: reasons.count == 1 ? refusal.next : []))
        }
      }
    }
    for place in causes.indices {
      guard let field = causes[place].field else { continue }
      for row in causes[place].rows.prefix(SheetReport.mostShown) {
        if let value = shown[row]?[field], !causes[place].values.contains(value) { causes[place].values.append(value) }
      }
    }
    return causes.sorted { ($1.rows.count, $0.rows[0]) < ($0.rows.count, $1.rows[0]) }
  }

  /// A refused row as the sheet of such rows tells it.
  public struct RefusedRow: Sendable {
    /// As the sender's program numbers it.
    public let row: Int
    /// Names of the fields concerned.
    public let fields: [String]
    /// Everything that was wrong and what to do next.
    public let texts: Texts

    /// As a summary tells it.
    public init(_ value: Value) {
      row = Int(clamping: value["row"]?.integer ?? 0)
      fields = value["fields"]?.items.compactMap(\.string) ?? []
      texts = Texts(value["told"]?["fa"]?.string ?? "", value["told"]?["en"]?.string ?? "")
    }

    init(_ row: Int, _ refusal: Refusal) {
      self.row = row
      var told: Set<String> = []
      fields = refusal.faults.compactMap { $0.pointer.split(separator: "/").first.map(String.init) }.filter { told.insert($0).inserted }
      texts = Texts(refusal.told(in: .fa), refusal.told(in: .en))
    }
  }

  /// All of them.
  public var refusedRows: [RefusedRow] { refused.map { RefusedRow($0.row, $0.refusal) } }

  /// As a job shows it: of the refused rows the first thousand.
  ///
  /// - Parameter fields: those of the action, for their labels.
  public func summary(_ fields: [Field]) -> Value {
    let counts: KeyValuePairs<String, Int> = [
      "rows": rows, "good": good, "kept": kept, "tried": tried, "changed": changed, "same": same, "failed": refused.count + refusedBefore,
    ]
    var members = counts.map { Value.Member($0.key, .int(Int64($0.value))) }
    members += [.init("entry", entry.map(Value.int) ?? .null), .init("batch", batch.map(Value.int) ?? .null)]
    members += [.init("passedOver", .list(passedOver.map(Value.text))), .init("remembered", .list(remembered.map(Value.text)))]
    members.append(.init("refused", .list(refused.prefix(1_000).map { SheetReport.told($0.row, $0.refusal) })))
    members.append(.init("causes", .list(causes.prefix(100).map { $0.summary(fields) })))
    return .object(members)
  }

  private static func told(_ row: Int, _ refusal: Refusal) -> Value {
    let pointers = refusal.faults.map { Value.text("\($0.pointer) \($0.texts.en) · \($0.texts.fa)") }
    let told = RefusedRow(row, refusal)
    return .record([
      "fields": .list(told.fields.map(Value.text)), "told": .record(told.texts),
      "row": .int(Int64(row)), "code": .text(refusal.code), "fa": .text(refusal.texts.fa), "en": .text(refusal.texts.en),
      "faults": .list(pointers), "next": .list(refusal.next.map(\.value)),
    ])
  }

}

extension SheetReport.Cause {
  fileprivate func summary(_ fields: [Field]) -> Value {
    let label = fields.first { $0.name == field }.map { Value.record($0.shortLabel) }
    return .record([
      "code": .text(code), "field": field.map(Value.text) ?? .null, "fa": .text(texts.fa), "en": .text(texts.en),
      "values": .list(values.map(Value.text)), "count": .int(Int64(rows.count)),
      "rows": .list(rows.prefix(5).map { .int(Int64($0)) }), "next": .list(next.map(\.value)), "label": label ?? .null,
    ])
  }
}

extension Value {
  fileprivate static func record(_ texts: Texts) -> Value { .record(["fa": .text(texts.fa), "en": .text(texts.en)]) }
}
