import Glibc
import Values
public import Engine

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
