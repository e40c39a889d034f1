import Glibc
import Values

/// Standard input, output and error of the process.
final class StandardIO: ConsoleIO {
  let editor: LineEditor
  let canAsk: Bool
  let isTerminal: Bool

  init(history: History) {
    canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    isTerminal = isatty(STDOUT_FILENO) == 1
    // Questions and the line being edited are not data: they stay out of a redirected output.
    editor = LineEditor(
      input: STDIN_FILENO, output: isTerminal ? STDOUT_FILENO : STDERR_FILENO, history: history)
  }

  var width: Int { TerminalSize.columns(STDOUT_FILENO) }
  var isInterrupted: Bool { Signals.isInterrupted }

  func write(_ text: String) { Descriptor.write(text, to: STDOUT_FILENO) }

  func page(_ text: String, in language: Language) {
    let pager = Pager(rows: TerminalSize.rows(STDOUT_FILENO), columns: width)
    let pages = canAsk && isTerminal ? pager.pages(text) : [text]
    for (index, page) in pages.enumerated() {
      write(page)
      guard index + 1 < pages.count else { return }
      let keys = language == .fa ? "ادامه: Space — پایان: q" : "more: Space, end: q"
      guard editor.wantsMore("\(index + 1)/\(pages.count) — \(keys)") else { return }
    }
  }

  func complain(_ text: String) { Descriptor.write(text, to: STDERR_FILENO) }
  func ask(_ question: String) -> String? { editor.ask(question) }
  func askSecret(_ question: String) -> String? { editor.askSecret(question) }

  func pause(seconds: Int) -> Bool {
    for _ in 0..<(seconds * 10) {
      if isInterrupted { return false }
      usleep(100_000)
    }
    return !isInterrupted
  }
}
