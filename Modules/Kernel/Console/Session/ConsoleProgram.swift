import Glibc
public import Registry

/// The console as the host starts it.
public enum ConsoleProgram {
  /// Runs `-c` commands, a file, a pipe or a conversation, in this order of preference.
  ///
  /// - Returns: the exit code, see `ExitCode`.
  public static func run(client: any CatalogueClient, options: ConsoleOptions) -> Int32 {
    let io = StandardIO(history: History(path: options.historyPath))
    let session = ConsoleSession(client: client, options: options, io: io)
    Signals.watch()
    if !options.commands.isEmpty {
      return Script(session: session, name: "-c").run(options.commands).status.rawValue
    }
    if let file = options.file, file != "-" {
      return session.run("\\i " + file).status.rawValue
    }
    if options.file == nil, options.interactive ?? io.canAsk {
      Conversation(session: session, editor: io.editor).run()
      return ExitCode.ok.rawValue
    }
    return Script(session: session, name: "stdin").run(InputLines()).status.rawValue
  }
}
