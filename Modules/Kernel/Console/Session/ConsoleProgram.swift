public import Engine
import Glibc
public import Values

/// The console as the host starts it.
public enum ConsoleProgram {
  /// Runs `-c` commands, a file, a pipe or a conversation, in this order of preference.
  ///
  /// - Returns: the exit code, see `ExitCode`.
  /// - Throws: what is no refusal while somebody signs in, such as a fault of the store.
  public static func run(client: any CatalogueClient, options: ConsoleOptions) throws -> Int32 {
    let io = StandardIO(history: History(path: options.historyPath))
    let session = ConsoleSession(client: client, options: options, io: io)
    Signals.watch()
    defer { session.end() }
    do {
      if let login = options.login { try client.login(user: login.user, password: login.password) }
      for variable in options.variables { try session.variables.set(variable.name, to: variable.value) }
    } catch let refusal as Refusal {
      return session.tell(Problem(refusal), isJSON: session.mode.isJSON).status.rawValue
    }
    let isTyped = options.commands.isEmpty && options.file == nil && options.interactive ?? io.canAsk
    guard !isTyped else {
      Conversation(session: session, editor: io.editor).run()
      return ExitCode.ok.rawValue
    }
    session.isPaging = false
    guard options.singleTransaction else { return runLines(session).status.rawValue }
    return session.wholly { runLines(session) }.status.rawValue
  }

  private static func runLines(_ session: ConsoleSession) -> LineResult {
    let options = session.options
    if !options.commands.isEmpty { return Script(session: session, name: "-c").run(options.commands) }
    if let file = options.file, file != "-" { return session.run("\\i " + file) }
    return Script(session: session, name: "stdin").run(InputLines())
  }
}

/// How the host starts the console.
public struct ConsoleOptions: Sendable {
  /// From `-c`, run one after the other.
  public var commands: [String] = []
  /// From `-f`; `-` is standard input.
  public var file: String?
  /// How answers are written; `\mode` changes it.
  public var mode: OutputMode = .table
  /// What is done about mixed directions where nothing was remembered for this terminal.
  public var bidi: BidiSetting = .auto
  /// Digits of tables and pages for people; `json`, `jsonl`, `csv` and `tsv` keep Western ones.
  public var digits: DigitSetting = .en
  /// What answers for people are written in; nil: what was chosen before, what the account says, what `LANG` says.
  public var language: Language?
  /// Who signs in before anything else.
  public var login: (user: String, password: String)?
  /// Set before the first command.
  public var variables: [(name: String, value: String)] = []
  /// All commands are kept, or none.
  public var singleTransaction = false
  /// Seconds an open transaction waits for its next command.
  public var transactionSeconds = 60
  /// Where what was chosen for this terminal is remembered; nil remembers nothing.
  public var preferencesPath: String?
  /// Goes on after a failed command.
  public var keepGoing = false
  /// Nil: interactive when standard input is a terminal and there is neither a command nor a file.
  public var interactive: Bool?
  /// Nil: history lives as long as the session.
  public var historyPath: String?
  /// `--yes` for every command.
  public var assumeYes = false
  /// `--reason` for every command that wants one and was given none.
  public var reason: String?
  /// Not where the environment says no: `NO_COLOR` (no-color.org) or a dumb terminal.
  public var usesColour = ConsoleOptions.environment("NO_COLOR") == nil && ConsoleOptions.environment("TERM") != "dumb"

  /// An interactive console without history.
  public init() {}

  /// A variable of the environment that is set and not empty (no-color.org).
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
