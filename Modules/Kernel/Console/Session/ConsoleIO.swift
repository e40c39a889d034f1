import Glibc
public import Values

/// The ends at which a session meets a person or a program.
public protocol ConsoleIO: AnyObject {
  /// Whether somebody sits there who can answer a question.
  var canAsk: Bool { get }
  /// Whether `write` goes to a screen.
  var isTerminal: Bool { get }
  /// Columns of the screen.
  var width: Int { get }
  /// Whether Ctrl-C came while a command ran.
  var isInterrupted: Bool { get }
  /// Data.
  func write(_ text: String)
  /// Data that may be longer than the screen: a screen at a time where somebody sits there.
  func page(_ text: String, in language: Language)
  /// Everything that is not data.
  func complain(_ text: String)
  /// Nil when the person breaks off.
  func ask(_ question: String) -> String?
  /// The same without showing what is typed.
  func askSecret(_ question: String) -> String?
  /// False when it was interrupted.
  func pause(seconds: Int) -> Bool
}

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
