import Glibc

/// Everything that is not data goes here.
enum Stderr {
  static func write(_ text: String) {
    let line = text.hasSuffix("\n") ? text : text + "\n"
    line.withCString { _ = Glibc.write(2, $0, strlen($0)) }
  }

  static var isTerminal: Bool { isatty(2) == 1 }

  /// A line that replaces the one before it, on a terminal only.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    draw("\r\u{1B}[K\(text)")
  }

  /// What a progress wants drawn, on a terminal only.
  static func draw(_ text: String?) {
    guard isTerminal, let text else { return }
    text.withCString { _ = Glibc.write(2, $0, strlen($0)) }
  }
}
