import CLinux
import Glibc
import Synchronization

/// The way into an event loop from other threads.
final class LoopMailbox: Sendable {
  enum Message: Sendable {
    /// Nil stands for an exchange that was dropped without an answer.
    case answer(AnswerTicket, HTTPResponse?)
    /// To be done on the loop's thread.
    case work(@Sendable () -> Void)
    case adopt(descriptor: Int32, peer: String)
    case stop(deadline: Nanoseconds)
  }

  private struct State {
    var messages: [Message] = []
    var isOpen = true
  }

  /// An eventfd that wakes the loop.
  let wake: Int32
  private let state = Mutex(State())
  private let thread = Atomic<UInt>(0)
  // Safe because it is set and read only on the thread that `thread` names.
  private nonisolated(unsafe) var loop: EventLoop?

  init() throws {
    wake = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard wake >= 0 else { throw SystemCallFault("eventfd") }
  }

  deinit { close(wake) }

  /// Called on the loop's own thread before anything else runs on it.
  func open(for loop: EventLoop) {
    thread.store(UInt(pthread_self()), ordering: .relaxed)
    self.loop = loop
  }

  /// Called on the loop's own thread after its last turn; gives what nobody has looked at.
  func shut() -> [Message] {
    thread.store(0, ordering: .relaxed)
    loop = nil
    return state.withLock { state in
      defer { state.messages = [] }
      state.isOpen = false
      return state.messages
    }
  }

  /// Hands an answer over: at once on the loop's own thread, through the eventfd from any other.
  func deliver(_ response: HTTPResponse?, to ticket: AnswerTicket) {
    if isOnLoop { loop?.accept(response, for: ticket) } else { post(.answer(ticket, response)) }
  }

  /// Has something done on the loop's thread: at once where that is this one. A loop that has ended does nothing.
  func perform(_ work: @escaping @Sendable () -> Void) {
    if isOnLoop { work() } else { post(.work(work)) }
  }

  private var isOnLoop: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

  /// - Returns: false when the loop has ended.
  @discardableResult
  func post(_ message: Message) -> Bool {
    let (accepted, mustWake) = state.withLock { state in
      guard state.isOpen else { return (false, false) }
      state.messages.append(message)
      return (true, state.messages.count == 1)
    }
    if mustWake { eventfd_write(wake, 1) }
    return accepted
  }

  func takeAll() -> [Message] {
    var count: eventfd_t = 0
    eventfd_read(wake, &count)
    return state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }
}
