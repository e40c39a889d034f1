import Persian
import Registry

/// The loop with a person at a terminal; a failed command does not end it.
struct Conversation {
  let session: ConsoleSession
  let editor: LineEditor

  init(session: ConsoleSession, editor: LineEditor) {
    self.session = session
    self.editor = editor
    editor.complete = { [unowned session] before in
      Completer(book: session.bookOrEmpty, codes: session.codes).complete(before)
    }
  }

  func run() {
    session.io.complain("همیار — راهنما: help یا \\? — پایان: \\q\nHamyar — help: \\? — leave: \\q\n")
    while true {
      switch editor.read(prompt) {
      case .closed: return
      case .interrupted: continue
      case .line(let line):
        let trimmed = line.trimmed
        editor.history.add(trimmed, isStored: HistoryFilter(book: session.bookOrEmpty).mayStore(trimmed))
        Signals.forget()
        if session.run(trimmed).isOver { return }
      }
    }
  }

  /// `golestan(rw)> `: the province or the host, and whether this person may change anything.
  private var prompt: Prompt {
    let place = session.client.place
    let province = place.province.flatMap { try? Province(parsing: $0) }?.en
    let name = (province ?? place.host).lowercased().map { $0.isWhitespace ? "-" : $0 }
    let mode = session.bookOrEmpty.commands.contains(where: \.isAction) ? "rw" : "ro"
    let plain = Visible.text(String(name)) + "(\(place.user == nil ? "guest" : mode))> "
    return Prompt(plain, styled: session.options.usesColour ? "\u{1B}[1;32m\(plain)\u{1B}[0m" : plain)
  }
}
