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
