import Feature
import Ledger
import Engine
import Store
import Values

enum ImportCommand: Subcommand {
  static let name = "import"
  static let usage = "import ACTION FILE.csv --as USER [--dry-run] [--skip-invalid] [--errors FILE.csv]"
  static let texts = Texts("یک سطر CSV یک اجرای فرمان است؛ همه یا هیچ.", "One CSV row is one action; all or nothing unless --skip-invalid.")
  static let flags = ["dry-run", "skip-invalid", "as=", "password-file=", "errors="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    guard arguments.rest.count == 2 else { throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }
    let runtime = try StoreLocator.runtime(arguments)
    defer { runtime.close() }
    guard let command = runtime.registry.command(arguments.rest[0]), command.kind == .action else {
      throw UsageFault("فرمان \(arguments.rest[0]) نیست.", "There is no action \(arguments.rest[0]).")
    }
    let sheet = try CSVSheet(text: NamedFile.using { try PlainFile.read(arguments.rest[1], limit: largestFile) })
    let rows = try SheetImport(command: command, sheet: sheet)
    let principal = try SignedInUser.principal(arguments, runtime)
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "import", host: "", session: principal.session), request: "import",
      dryRun: arguments.has("dry-run"))
    let pace = ImportPace(total: sheet.rows.count)
    let report = try rows.run(runtime, context, skippingRefused: arguments.has("skip-invalid"), pace: pace.goesOn)
    pace.end()
    for (index, refusal) in report.refused { Stderr.write(line(index, refusal)) }
    if let path = arguments.last("errors") {
      try PlainFile.create(path, text: sheet.errorSheet(report.refused.map { ($0.row, advised($0.refusal)) }))
    }
    print("rows \(report.rows)  good \(report.good)  refused \(report.refused.count)  kept \(report.kept)")
    if report.isStopped {
      let (tried, all) = (report.tried, report.rows)
      Stderr.write("stopped after row \(tried) of \(all) · پس از سطر \(tried) از \(all) بازایستاد")
    }
    return report.refused.isEmpty && !report.isStopped ? 0 : report.kept > 0 ? 3 : 1
  }

  private static let largestFile = 64 << 20

  private static func line(_ index: Int, _ refusal: Refusal) -> String {
    let faults = refusal.faults.map { "\($0.pointer) \($0.texts.en) · \($0.texts.fa)" }.joined(separator: "; ")
    let next = refusal.next.map { "\n  → \($0.texts.en) · \($0.texts.fa)" }.joined()
    return "row \(index + 2): \(refusal.code) \(refusal.texts.en) · \(refusal.texts.fa) \(faults)\(next)"
  }

  /// What was wrong and what to do next, in one cell.
  private static func advised(_ refusal: Refusal) -> Texts {
    Texts(
      ([refusal.texts.fa] + refusal.next.map { "← " + $0.texts.fa }).joined(separator: " "),
      ([refusal.texts.en] + refusal.next.map { "→ " + $0.texts.en }).joined(separator: " "))
  }
}

/// Who a command-line import or export is made as: somebody with an account, who signs in.
enum SignedInUser {
  static func principal(_ arguments: Arguments, _ runtime: Runtime) throws -> Principal {
    guard let user = arguments.last("as") else {
      throw UsageFault("با --as بگویید به نام چه کسی.", "Say as whom with --as.")
    }
    let client = try LocalClient(runtime)
    try client.login(user: user, password: try ConsoleCommand.password(arguments, user))
    return try client.principal()
  }
}
