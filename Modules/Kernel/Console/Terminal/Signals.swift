import Glibc
import Synchronization

/// What the terminal sends while no key is being read: Ctrl-C, and a new window size.
public enum Signals {
  private static let interrupt = Atomic<Bool>(false)

  /// Whether Ctrl-C came since the last `forget`.
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
}
