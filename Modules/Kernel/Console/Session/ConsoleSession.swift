public import Engine
import Values

/// One person's conversation with the system, line by line.
///
/// It knows no feature: commands, fields, texts and rights all come from the client's catalogue.
public final class ConsoleSession {
  let client: any CatalogueClient
  let options: ConsoleOptions
  let io: any ConsoleIO

  var mode: OutputMode
  var expansion: Expansion = .auto
  var bidi: BidiSetting
  var digits: DigitSetting
  /// Chosen at this terminal or when the program was started; nil leaves it to the account.
  var chosenLanguage: Language?
  var null = Style.standardNull
  var isTiming = false
  /// Long answers a screen at a time.
  var isPaging = false
  var variables = Variables()
  var lastProblem: Problem?
  /// For `\gset`.
  var lastAnswer: Value = .null
  var output: OutputFile?
  /// Files that run inside files, to end a circle.
  var depth = 0
  private(set) var codes = SeenCodes()
  var rows = ThingRows()
  private var knownTable: CommandTable?
  /// The catalogue was refused; only a command or a login asks again.
  private var isCatalogueUnavailable = false

  /// A session that has asked its client nothing yet.
  ///
  /// - Parameters:
  ///   - client: whose commands it runs.
  ///   - options: how the host starts it.
  ///   - io: where it reads and writes.
  public init(client: any CatalogueClient, options: ConsoleOptions, io: any ConsoleIO) {
    self.client = client
    self.options = options
    self.io = io
    mode = options.mode
    let preferences = options.preferencesPath.map(Preferences.init(path:)) ?? Preferences()
    bidi = preferences.bidi ?? options.bidi
    isPaging = preferences.isPaging ?? true
    digits = options.digits
    chosenLanguage = options.language ?? preferences.language
  }

  /// What answers for people are written in: as chosen here, as the account says, as the terminal says; else Persian.
  var language: Language {
    chosenLanguage ?? knownTable?.language ?? (ConsoleOptions.environment("LANG")?.hasPrefix("en") == true ? .en : .fa)
  }

  /// What this person may do; asked for once for each login.
  func commandTable() throws -> CommandTable {
    if let knownTable { return knownTable }
    isCatalogueUnavailable = true
    let commandTable = CommandTable(try client.catalogue())
    (knownTable, isCatalogueUnavailable) = (commandTable, false)
    return commandTable
  }

  /// For completion and the history: what is known without an error.
  var commandTableOrEmpty: CommandTable { isCatalogueUnavailable ? .empty : (try? commandTable()) ?? .empty }

  /// What somebody owed may be done now; then more is theirs to do.
  func forgetDuty() {
    if knownTable?.duty != nil { forgetBook() }
  }

  /// What whoever signed in owes before their posts count in full, for people.
  var dutyTold: String { commandTableOrEmpty.duty.map { (language == .fa ? $0.fa : $0.en) + "\n" } ?? "" }

  private func forgetBook() {
    (knownTable, isCatalogueUnavailable) = (nil, false)
    rows.forget()
  }

  /// Runs one line; a refusal is told and becomes the outcome's status.
  public func run(_ line: String) -> LineResult {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      if isTiming { io.complain("time: \(milliseconds(clock.now - start)) ms\n") }
    }
    var isJSON = mode.isJSON
    do {
      let (command, piped) = try Piping.split(line)
      let statement = try Statement(parsing: command)
      if case .call(let call) = statement, call.isJSON { isJSON = true }
      guard let piped else { return try run(statement) }
      let chosen = (mode, expansion)
      (mode, expansion) = (piped, .off)
      if !isJSON { isJSON = piped.isJSON }
      defer { (mode, expansion) = chosen }
      return try run(statement)
    } catch {
      return tell(Problem(error), isJSON: isJSON)
    }
  }

  private func run(_ statement: Statement) throws -> LineResult {
    switch statement {
    case .nothing: return .ok
    case .quit: return LineResult(status: .ok, isOver: true)
    case .help(let topic): try help(topic)
    case .login(let user): try login(user)
    case .logout:
      try requireNoTransaction()
      try client.logout()
      forgetBook()
    case .begin: try begin()
    case .commit: try commit()
    case .rollBack: try rollBack()
    case .meta(let meta): return try run(meta)
    case .call(let call):
      if let jobs = try jobsCall(call) {
        try run(jobs, isJSON: call.isJSON)
      } else if let verb = try caseVerb(of: call) {
        try run(verb, call)
      } else if let sheet = try importCall(call) {
        return try run(sheet, call)
      } else if try isExport(call) {
        try export(call)
      } else {
        try run(call)
      }
    }
    return .ok
  }

  func tell(_ problem: Problem, isJSON: Bool) -> LineResult {
    lastProblem = problem
    io.complain(isJSON ? problem.json : problem.text(style(forScreen: io.canAsk)))
    return LineResult(status: ExitCode(problem.refusal))
  }

  var isInTransaction: Bool { client.isInTransaction }

  /// Everything in a transaction is done by one person.
  private func requireNoTransaction() throws {
    guard isInTransaction else { return }
    throw Refusal.console("transaction", "نخست commit یا rollback", "First commit or rollback.")
  }

  private func login(_ name: String?) throws {
    try requireNoTransaction()
    guard let user = name ?? (io.canAsk ? io.ask(language == .fa ? "نام کاربری: " : "user: ") : nil), !user.isEmpty,
      io.canAsk, let password = io.askSecret(language == .fa ? "گذرواژه: " : "password: ")
    else {
      throw Refusal.console(
        "login", "ورود به پایانه‌ای نیاز دارد که گذرواژه در آن نوشته شود.",
        "Logging in needs a terminal where the password can be typed.")
    }
    try client.login(user: user, password: password)
    forgetBook()
    io.complain(dutyTold)
  }

  /// A server may have a module of that name; then it is meant.
  func jobsCall(_ call: Call) throws -> JobsCall? {
    guard call.words.first?.whole == "jobs", try !commandTable().moduleNames.contains("jobs") else { return nil }
    return try JobsCall(call.words)
  }

  func learn(from value: Value) { codes.learn(from: value) }

  private func milliseconds(_ duration: Duration) -> Int64 {
    duration.components.seconds &* 1000 &+ duration.components.attoseconds / 1_000_000_000_000_000
  }
}
