import Persian
import Values
import Engine

/// The loop with a person at a terminal; a failed command does not end it.
struct Conversation {
  let session: ConsoleSession
  let editor: LineEditor

  init(session: ConsoleSession, editor: LineEditor) {
    self.session = session
    self.editor = editor
    editor.complete = { [unowned session] before in
      let commandTable = session.commandTableOrEmpty
      var completer = Completer(commandTable: commandTable, codes: session.codes, variables: session.variables.values.keys.sorted())
      completer.rows = { session.rows.rows(of: $0, commandTable, session.client) }
      return completer.complete(before)
    }
  }

  func run() {
    session.io.complain(greeting)
    while true {
      switch editor.read(prompt) {
      case .closed: return
      case .interrupted: continue
      case .line(let text):
        let lines = text.split(separator: "\n").map { String($0).trimmed }
        Signals.forget()
        if run(lines).isOver { return }
      }
    }
  }

  /// What was pasted may be several commands; the first that fails ends them.
  private func run(_ lines: [String]) -> LineResult {
    for line in lines {
      editor.history.add(line, isStored: HistoryFilter(commandTable: session.commandTableOrEmpty).mayStore(line))
    }
    guard lines.count > 1 else { return session.run(lines.first ?? "") }
    return Script(session: session, name: "paste").run(lines)
  }

  private var greeting: String {
    _ = session.commandTableOrEmpty
    let isPersian = session.language == .fa
    let place =
      switch session.client.context.environment {
      case .production?: isPersian ? "محیط اصلی: آنچه اینجا ثبت شود معتبر است\n" : "production: what is recorded here counts\n"
      case .training?: isPersian ? "محیط آموزشی: آنچه اینجا ثبت شود معتبر نیست\n" : "training: nothing here counts\n"
      case nil: ""
      }
    return (isPersian ? "همیار — راهنما: help یا \\? — پایان: \\q\n" : "Hamyar — help: \\? — leave: \\q\n") + place + session.dutyTold
  }

  /// `golestan(rw)!*> `: the province or the host, whether this person may change anything, production, transaction.
  private var prompt: Prompt {
    let commandTable = session.commandTableOrEmpty
    let place = session.client.context
    let province = place.province.flatMap { try? Province(parsing: $0) }?.en
    let name = (province ?? place.host).lowercased().map { $0.isWhitespace ? "-" : $0 }
    // Everybody may change the own password; that is no writing.
    let mayWrite = commandTable.commands.contains { $0.isAction && !["oneself", "anyone"].contains($0.permission) }
    let mode = place.user == nil ? "guest" : mayWrite ? "rw" : "ro"
    let signs = (place.environment == .production ? "!" : "") + (session.isInTransaction ? "*" : "")
    let plain = Visible.text(String(name)) + "(\(mode))\(signs)> "
    guard session.options.usesColour else { return Prompt(plain) }
    let colour =
      switch place.environment {
      case .production?: "1;31"
      case .training?: "1;36"
      case nil: "1;32"
      }
    return Prompt(plain, styled: "\u{1B}[\(colour)m\(plain)\u{1B}[0m")
  }
}
