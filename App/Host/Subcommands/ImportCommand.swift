import Console
import Engine
import Feature
import Ledger
import Store
import Values

enum ImportCommand: Subcommand {
  static let name = "import"
  static let usage =
    "import ACTION FILE.csv --as USER [--server ADDRESS:PORT] [--dry-run] [--skip-invalid] [--again] [--errors FILE.csv] [--result FILE.csv] [--encoding NAME] [--ignore TITLE] [--map TITLE=FIELD] [--set FIELD=VALUE] [--lang fa|en] | import --template ACTION [--bom] [--lang fa|en]"
  static let texts = Texts("یک سطر CSV یک اجرای فرمان است؛ همه یا هیچ.", "One CSV row is one action; all or nothing unless --skip-invalid.")
  static let flags = [
    "dry-run", "skip-invalid", "again", "as=", "password-file=", "errors=", "result=", "encoding=", "ignore=", "map=", "set=", "lang=",
    "template=", "bom", "server=", "token-file=",
  ]

  private static let largestFile = 64 << 20

  static func run(_ arguments: Arguments) throws -> Int32 {
    if let action = arguments.last("template") { return try printTemplate(of: action, arguments) }
    guard arguments.rest.count == 2 else { throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }
    let (client, runtime) = try ConsoleCommand.client(arguments)
    defer { runtime?.close() }
    let registry = try runtime?.registry ?? Registry(InstalledModules.all)
    guard let command = registry.command(arguments.rest[0]), command.kind == .action else {
      throw UsageFault("فرمان \(arguments.rest[0]) نیست.", "There is no action \(arguments.rest[0]).")
    }
    guard runtime != nil || !arguments.has("result") else {
      throw UsageFault(
        "--result تنها جایی است که خود مخزن باز شود، نه از راه کارگزار.",
        "--result is there where the store itself is opened, not through a server.")
    }
    let options = SheetOptions(
      encoding: try arguments.last("encoding").map(SheetEncoding.init(naming:)), ignored: arguments.all("ignore"),
      mapped: try arguments.all("map").map(SheetOptions.mapping), given: try arguments.all("set").map(SheetOptions.giving),
      skipsRefused: arguments.has("skip-invalid"),
      isAgain: arguments.has("again"))
    let octets = try NamedFile.using { try PlainFile.octets(of: arguments.rest[1], limit: largestFile) }
    let sheet = try Sheet(octets, encoding: options.encoding)
    guard let user = arguments.last("as") else { throw UsageFault("با --as بگویید به نام چه کسی.", "Say as whom with --as.") }
    try client.login(user: user, password: try ConsoleCommand.password(arguments, user))
    let errors = try output(arguments.last("errors"))
    var results: OutputFile?
    do {
      results = try output(arguments.last("result"))
      let local = try (client as? LocalClient).map { ($0, try $0.sheet(command, sheet, options)) }
      let outcome =
        try local.map { try run($0.1, arguments, $0.0, results) }
        ?? run(command, sheet.count, octets, options, arguments, client)
      let returned = local?.1.returned ?? ReturnedSheet(sheet, of: command, options)
      return try tell(outcome, returned, arguments, try client.catalogue().language, errors)
    } catch {
      errors?.discard()
      results?.discard()
      throw error
    }
  }

  /// What became of the sheet: for people, and its refused rows for their file.
  private typealias Outcome = (summary: Value, refused: [SheetReport.RefusedRow])

  /// In the store that is open here.
  private static func run(
    _ sheet: SheetImport, _ arguments: Arguments, _ client: LocalClient, _ results: OutputFile?
  ) throws -> Outcome {
    let pace = ImportPace(total: sheet.sheet.count)
    let report = try client.report(
      on: sheet, wantsCodes: results != nil, isTrial: arguments.has("dry-run"), pace: pace.goesOn)
    pace.end()
    do {
      try write(results, isEmpty: report.kept == 0) { file in try sheet.returned.results(of: report) { try file.write($0) } }
    } catch let fault as StoreFault {
      Stderr.write("\(fault.texts.en)\n\(fault.texts.fa)")
    }
    return (report.summary(sheet.command.fields), report.refusedRows)
  }

  /// By the server that has the store open.
  private static func run(
    _ command: Command, _ count: Int, _ octets: [UInt8], _ options: SheetOptions, _ arguments: Arguments, _ client: any CatalogueClient
  ) throws -> Outcome {
    let pace = ImportPace(total: count)
    defer { pace.end() }
    let summary = try client.importSheet(
      command.spec.id, octets, options, isTrial: arguments.has("dry-run"), pace: pace.goesOn)
    return (summary, (summary["refused"]?.items ?? []).map(SheetReport.RefusedRow.init))
  }

  private static func tell(
    _ outcome: Outcome, _ returned: ReturnedSheet, _ arguments: Arguments, _ own: Language?, _ errors: OutputFile?
  ) throws -> Int32 {
    let language = try arguments.language() ?? own ?? .fa
    func count(_ name: String) -> Int { Int(clamping: outcome.summary[name]?.integer ?? 0) }
    let failed = count("failed")
    let told = SheetLines(language).told(outcome.summary, isTrial: arguments.has("dry-run"))
    if failed == 0 { print(told, terminator: "") } else { Stderr.write(told) }
    // What was kept stays kept, whether its files can be written or not.
    try write(errors, isEmpty: outcome.refused.isEmpty) { file in
      try returned.write(outcome.refused, in: language) { try file.write($0) }
    }
    if errors != nil, outcome.refused.count < failed {
      Stderr.write(
        Texts(
          "در فایل ایرادها تنها \(outcome.refused.count) سطر نخست از \(failed) سطر است.",
          "The file of refused rows has the first \(outcome.refused.count) of \(failed) only.")[language])
    }
    let isWhole = failed == 0 && count("tried") == count("rows")
    return isWhole ? 0 : count("kept") > 0 ? 3 : 1
  }

  /// Needs no store: what is installed says it.
  private static func printTemplate(of action: String, _ arguments: Arguments) throws -> Int32 {
    guard arguments.rest.isEmpty else { throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }
    guard let command = try Registry(InstalledModules.all).command(action), command.kind == .action else {
      throw UsageFault("فرمان \(action) نیست.", "There is no action \(action).")
    }
    let titles = try SheetTemplate(command, in: try arguments.language() ?? .fa).titles
    print((arguments.has("bom") ? "\u{FEFF}" : "") + titles, terminator: "")
    return 0
  }

  private static func output(_ path: String?) throws -> OutputFile? {
    try path.map { path in try NamedFile.using { try OutputFile(creating: path) } }
  }

  private static func write(_ file: OutputFile?, isEmpty: Bool, _ body: (OutputFile) throws -> Void) throws {
    guard let file else { return }
    guard !isEmpty else { return file.discard() }
    // Spreadsheets take text without a mark for another encoding.
    try file.write("\u{FEFF}")
    try body(file)
    try file.finish()
  }
}
