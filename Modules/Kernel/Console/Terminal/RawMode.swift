import CLinux
import Glibc

/// The terminal hands over every key at once and echoes nothing, until `restore`.
struct RawMode {
  private let descriptor: Int32
  private let former: termios

  /// Nil when the descriptor is no terminal.
  init?(_ descriptor: Int32) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.descriptor = descriptor
    former = settings
    cfmakeraw(&settings)
    // Output keeps its line breaks, so that everything else may print as usual.
    settings.c_oflag |= tcflag_t(OPOST)
    tcsetattr(descriptor, TCSADRAIN, &settings)
  }

  func restore() {
    var settings = former
    tcsetattr(descriptor, TCSADRAIN, &settings)
  }
}

enum TerminalSize {
  /// Columns of the terminal; 80 when it does not say.
  static func columns(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Lines of the terminal; 24 when it does not say.
  static func rows(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}
