import Feature
public import Jalali
public import Ledger
import Store
public import Values

/// Work that is long enough to be a job. Each asks for the permission of what it does.
public enum JobWork: Sendable {
  /// An action that the caller does not want to wait for; its input is canonical.
  case action(Command, Value)
  /// A list with all its pages; what the input says of one page does not count.
  case export(Command, input: Value, isCSV: Bool)
  /// One action for each row of a CSV sheet.
  case sheet(SheetImport)
  /// All nights that were not run, up to a day.
  case night(upTo: JalaliDay)
  /// The whole ledger against its high-water mark.
  case verify

  /// Largest result that is kept, in octets.
  private static let largestResult = 32 << 20

  var name: String {
    switch self {
    case .action(let command, _): command.spec.id
    case .export(let command, _, _): "export \(command.spec.id)"
    case .sheet(let sheet): "import \(sheet.command.spec.id)"
    case .night: "night"
    case .verify: "verify"
    }
  }

  /// - Throws: `Refusal` when the principal may not.
  public func check(_ runtime: Runtime, _ context: CallContext) throws {
    switch self {
    case .action(let command, _): try runtime.allow(command, context)
    case .sheet(let sheet): try runtime.allow(sheet.command, context)
    case .export(let command, let input, _):
      try runtime.allow(command, context)
      _ = try ListRun.limit(input)
    case .night(let day):
      try JobWork.requireOperator(runtime, context)
      try Night(runtime, host: "job").requireCome(day)
    case .verify: try JobWork.requireOperator(runtime, context)
    }
  }

  /// The same for work that was done, by the name under which it is remembered.
  ///
  /// - Throws: `Refusal` when the principal may not, or not any longer, and for what is not installed any more.
  static func check(named name: String, _ runtime: Runtime, _ context: CallContext) throws {
    if [JobWork.verify.name, JobWork.night(upTo: runtime.clock.day).name].contains(name) { return try requireOperator(runtime, context) }
    guard let id = name.split(separator: " ").last, let command = runtime.registry.command(String(id)) else {
      throw Refusal.notFound(Texts("این فرمان", "This command"))
    }
    try runtime.allow(command, context)
  }

  private static func requireOperator(_ runtime: Runtime, _ context: CallContext) throws {
    guard runtime.registry.isOperator(context.principal) else {
      throw Refusal(
        .forbidden, "permission.missing",
        Texts("این کار تنها با مدیر سامانهٔ کشور است.", "Only the national administrator may do this."))
    }
  }

  func run(_ runtime: Runtime, _ context: CallContext, _ reader: ReadSession, _ progress: JobProgress) throws -> JobResult {
    let shows = context.principal.showsSecrets(runtime.registry)
    switch self {
    case .action(let command, let input):
      let answer = try runtime.perform(command, input, context, reader: reader)
      return .json(answer.shown(dryRun: context.dryRun), showsSecrets: shows)
    case .export(let command, let input, let isCSV):
      return try export(command, input, isCSV, shows, runtime, context, reader, progress)
    case .sheet(let sheet):
      let total = sheet.sheet.count
      let report = try sheet.run(runtime, context) { (try? progress.note($0, of: total)) != nil }
      // Where the good rows may stay alone, those before the stop have stayed.
      if report.isStopped, report.kept == 0 { try progress.note(report.tried, of: total) }
      try? progress.note(report.tried, of: total)
      var result = JobResult.json(report.summary(sheet.command.fields))
      result.endsEarly = report.isStopped && report.refused.count < BatchUnit.mostRefused
      return result
    case .night(let day):
      var settled = 0
      _ = try Night(runtime, host: "job").run(upTo: day) { report in
        settled += report.settled
        try? progress.note(settled, of: nil)
        if report.settled + report.refused + report.failed > 0 {
          progress.say(
            "\(report.day.text) \(report.task): \(report.settled) settled, \(report.refused) refused, \(report.failed) set aside")
        }
      }
      return .json(.record(["settled": .int(Int64(settled))]))
    case .verify: return try verify(runtime, progress)
    }
  }

  private func export(
    _ command: Command, _ input: Value, _ isCSV: Bool, _ shows: Bool, _ runtime: Runtime, _ context: CallContext,
    _ reader: ReadSession, _ progress: JobProgress
  ) throws -> JobResult {
    let list = ListExport(command, filters: input, as: isCSV ? .csv(.iso) : .lines, showsSecrets: shows)
    var body: [UInt8] = []
    var count = 0
    try list.run(runtime, context, reader: reader) { text, begins in
      text.withBytes { body.append(contentsOf: $0) }
      count += begins.count
      guard body.count <= JobWork.largestResult else {
        throw Refusal(.tooLarge, "export.size", Texts("خروجی بزرگ‌تر از ۳۲ مگابایت است.", "The export is larger than 32 MiB."))
      }
      try progress.note(count, of: nil)
    }
    try list.note(rows: count, runtime, context)
    return JobResult(type: isCSV ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8", body: body)
  }

  private func verify(_ runtime: Runtime, _ progress: JobProgress) throws -> JobResult {
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    // A mark that is just being published is no fault; the outcome says that nothing was proven against it.
    let mark = try? Anchor(parsing: PlainFile.read(runtime.folder.highWaterMark), source: "high-water mark")
    var stop: (any Error)?
    let report = try LedgerVerifier.verify(
      on: connection, key: nil, keyName: "", tables: runtime.registry.auditedTables, anchors: mark.map { [$0] } ?? [],
      progress: { done, total in
        do { try progress.note(Int(done), of: Int(total)) } catch { stop = error }
      })
    if let stop { throw stop }
    return .json(
      .record([
        "outcome": .text(report.conclusion.rawValue), "entries": .int(report.entries), "rows": .int(report.rows),
        "root": .text(report.root), "faults": .int(Int64(report.faultCount)),
      ]))
  }
}

extension Registry {
  /// Every table whose rows the ledger binds.
  public var auditedTables: [AuditedTable] {
    tables.all.filter(\.table.isAudited).map {
      AuditedTable(object: $0.entity.object, table: $0.table.name, columns: $0.columns.map(\.name))
    }
  }

  /// Whether somebody looks after the whole house: holds the right to administer it in the whole nation.
  func isOperator(_ principal: Principal) -> Bool { principal.isOperator(by: hooks.operation) }
}

extension Principal {
  /// Whether somebody holds the right to look after the whole house in the whole nation.
  func isOperator(by right: Permission?) -> Bool {
    guard let right, case .nation = scope(for: right)?.scope else { return false }
    return true
  }
}
