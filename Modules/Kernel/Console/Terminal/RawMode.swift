import CLinux
import Glibc
import Synchronization
import Values

/// Reading and writing whole texts through file descriptors.
enum Descriptor {
  /// Writes everything, or stops where the other end is gone.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return false }
      bytes.removeFirst(count)
    }
    return true
  }

  static func end(_ descriptor: Int32) { close(descriptor) }

  /// Opens a file that only its owner may read; a link in its place is not followed.
  ///
  /// - Parameter isNew: whether a file of that name must not be there yet.
  /// - Throws: `Refusal` of kind `malformed`, code `console.file`.
  static func openPrivate(_ path: String, appending: Bool, isNew: Bool = false) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (appending ? O_APPEND : isNew ? O_EXCL : O_TRUNC)
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else {
      guard isNew, errno == EEXIST else { throw unreadable(path) }
      throw Refusal(
        .malformed, "console.file",
        Texts("پروندهٔ «\(path)» از پیش هست؛ نام دیگری بدهید.", "The file \"\(path)\" is there already; give another name."))
    }
    return descriptor
  }

  /// - Throws: `Refusal` of kind `malformed`, code `console.file`, also for files beyond the limit.
  static func contents(of path: String, limit: Int = 16_777_216) throws -> String {
    String(decoding: try octets(of: path, limit: limit), as: UTF8.self)
  }

  /// - Throws: as `contents`.
  static func octets(of path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0, bytes.count + count <= limit else { throw unreadable(path) }
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }

  private static func unreadable(_ path: String) -> Refusal {
    Refusal(
      .malformed, "console.file",
      Texts("پروندهٔ «\(path)» باز یا خوانده نشد.", "The file \"\(path)\" could not be opened or read."))
  }
}

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

/// What the terminal sends while no key is being read: Ctrl-C, and a new window size.
public enum Signals {
  private static let interrupt = Atomic<Bool>(false)

  /// Whether Ctrl-C, or another of the signals in `hold`, came since the last `forget`.
  public static var isInterrupted: Bool { interrupt.load(ordering: .relaxed) }

  static func forget() { interrupt.store(false, ordering: .relaxed) }

  /// From here on Ctrl-C sets a mark instead of ending the process; a second one before the mark is read ends it.
  public static func watch() {
    forget()
    var onInterrupt = sigaction()
    onInterrupt.__sigaction_handler.sa_handler = { _ in
      if Signals.interrupt.exchange(true, ordering: .relaxed) { _exit(130) }
    }
    sigaction(SIGINT, &onInterrupt, nil)
    // The wait for a key ends and the line is drawn anew; other calls go on (poll is never restarted).
    var onResize = sigaction()
    onResize.sa_flags = SA_RESTART
    onResize.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGWINCH, &onResize, nil)
  }

  /// For work that must put something on record before it ends: Ctrl-C and whatever else asks the process to end set the
  /// mark, however often they come; a reader that went away is told by the write that fails.
  public static func hold() {
    forget()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(number, nil, &before)
      // What `nohup` or a shell in the background took care of stays ignored: SIG_IGN is the address 1.
      guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != 1 else { continue }
      var onEnd = sigaction()
      onEnd.__sigaction_handler.sa_handler = { _ in Signals.interrupt.store(true, ordering: .relaxed) }
      sigaction(number, &onEnd, nil)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
