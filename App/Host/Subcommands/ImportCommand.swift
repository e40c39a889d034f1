import Console
import Engine
import Feature
import Ledger
import Store
import Values

enum ImportCommand: Subcommand {
  static let name = "import"
  static let usage =
    "import ACTION FILE.csv --as USER [--dry-run] [--skip-invalid] [--again] [--errors FILE.csv] [--result FILE.csv] [--encoding NAME] [--ignore TITLE] [--map TITLE=FIELD] [--lang fa|en] | import --template ACTION [--bom] [--lang fa|en]"
  static let texts = Texts("یک سطر CSV یک اجرای فرمان است؛ همه یا هیچ.", "One CSV row is one action; all or nothing unless --skip-invalid.")
  static let flags = [
    "dry-run", "skip-invalid", "again", "as=", "password-file=", "errors=", "result=", "encoding=", "ignore=", "map=", "lang=",
    "template=", "bom",
  ]

  private static let largestFile = 64 << 20

  static func run(_ arguments: Arguments) throws -> Int32 {
    if let action = arguments.last("template") { return try printTemplate(of: action, arguments) }
    guard arguments.rest.count == 2 else { throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }
    let language = try arguments.language()
    let runtime = try StoreLocator.runtime(arguments)
    defer { runtime.close() }
    guard let command = runtime.registry.command(arguments.rest[0]), command.kind == .action else {
      throw UsageFault("فرمان \(arguments.rest[0]) نیست.", "There is no action \(arguments.rest[0]).")
    }
    let options = SheetOptions(
      encoding: try arguments.last("encoding").map(SheetEncoding.init(naming:)), ignored: arguments.all("ignore"),
      mapped: try arguments.all("map").map(SheetOptions.mapping), skipsRefused: arguments.has("skip-invalid"),
      isAgain: arguments.has("again"))
    let octets = try NamedFile.using { try PlainFile.octets(of: arguments.rest[1], limit: largestFile) }
    let sheet = try SheetImport(command: command, sheet: try Sheet(octets, encoding: options.encoding), options: options)
    let principal = try SignedInUser.principal(arguments, runtime)
    // A name that cannot be written to is told before anything is done.
    let errors = try output(arguments.last("errors"))
    let results = try output(arguments.last("result"))
    do {
      return try run(sheet, arguments, runtime, principal, language ?? principal.language ?? .fa, errors, results)
    } catch {
      errors?.discard()
      results?.discard()
      throw error
    }
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

  private static func run(
    _ sheet: SheetImport, _ arguments: Arguments, _ runtime: Runtime, _ principal: Principal, _ language: Language,
    _ errors: OutputFile?, _ results: OutputFile?
  ) throws -> Int32 {
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "import", host: "", session: principal.session), request: "import",
      dryRun: arguments.has("dry-run"))
    let pace = ImportPace(total: sheet.sheet.count)
    let report = try sheet.run(runtime, context, wantsCodes: results != nil, pace: pace.goesOn)
    pace.end()
    try write(errors, isEmpty: report.refused.isEmpty) { file in
      try sheet.refusedRows(of: report, in: language) { try file.write($0) }
    }
    try write(results, isEmpty: report.kept == 0) { file in try sheet.results(of: report) { try file.write($0) } }
    let told = SheetLines(language).told(report.summary(sheet.command.fields), isTrial: context.dryRun)
    if report.refused.isEmpty { print(told, terminator: "") } else { Stderr.write(told) }
    return report.refused.isEmpty && !report.isStopped ? 0 : report.kept > 0 ? 3 : 1
  }

  private static func output(_ path: String?) throws -> OutputFile? {
    try path.map { path in try NamedFile.using { try OutputFile(creating: path) } }
  }

  private static func write(_ file: OutputFile?, isEmpty: Bool, _ body: (OutputFile) throws -> Void) throws {
    guard let file else { return }
    guard !isEmpty else { return file.discard() }
    try body(file)
    try file.finish()
  }
}

extension Arguments {
  /// The language that `--lang` names; nil where it is left out.
  func language() throws -> Language? {
    guard let name = last("lang") else { return nil }
    guard let language = TypedText.choice(name, of: Language.self) else {
      throw UsageFault("زبان «\(name)» نیست؛ fa یا en.", "There is no language `\(name)`; fa or en.")
    }
    return language
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
