import CLinux
import Glibc
import Synchronization

/// An HTTP/1.1 server (RFC 9110, RFC 9112) over epoll. Without TLS: it belongs on the loopback or behind a proxy.
public final class HTTPServer: Sendable {
  private struct Running {
    var mailboxes: [LoopMailbox] = []
    var threads: [pthread_t] = []
    var port = 0
  }

  private let options: HTTPServerOptions
  private let makeHandler: @Sendable (Int) throws -> any HTTPHandler
  private let running = Mutex(Running())

  /// - Parameter makeHandler: makes the handler of the loop with this number, counted from 0.
  public init(
    _ options: HTTPServerOptions, makeHandler: @escaping @Sendable (Int) throws -> any HTTPHandler
  ) {
    self.options = options
    self.makeHandler = makeHandler
  }

  /// The port that it listens on; 0 before `start` and on a local socket.
  public var port: Int { running.withLock { $0.port } }

  /// Listens and starts the loops; returns when connections are possible. The handlers are made on this thread.
  /// - Throws: `SystemCallFault`, or what `makeHandler` throws; nothing runs then.
  public func start() throws {
    try running.withLock { running in
      guard running.threads.isEmpty else { throw SystemCallFault("start", number: EALREADY) }
      let limiter = ConnectionLimiter(limits: options.limits, proxies: options.proxies)
      let mailboxes = try (0..<max(1, options.loops)).map { _ in try LoopMailbox() }
      let loops = try mailboxes.enumerated().map { index, mailbox in
        try EventLoop(options, makeHandler(index), mailbox, limiter)
      }
      let listening =
        try options.listeningDescriptor.map { try ListeningSocket(adopting: $0) }
        ?? ListeningSocket(host: options.host, port: options.port)
      try loops[0].listen(on: listening.descriptor, dealingTo: mailboxes)
      running = Running(mailboxes: mailboxes, threads: try loops.map(startThread), port: listening.port)
    }
  }

  /// Stops accepting, closes idle connections, lets begun requests finish for up to `seconds`, then ends the loops
  /// and waits for their threads. Not to be called from a handler.
  public func stop(grace seconds: Double) {
    let ending = running.withLock { running in
      defer { running = Running() }
      return running
    }
    let deadline = monotonicNow() + seconds.nanoseconds
    for mailbox in ending.mailboxes { mailbox.post(.stop(deadline: deadline)) }
    for thread in ending.threads { pthread_join(thread, nil) }
  }
}

/// Runs a loop on a thread of its own.
private func startThread(_ loop: EventLoop) throws -> pthread_t {
  let handle = Unmanaged.passRetained(loop)
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<EventLoop>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, handle.toOpaque())
  guard failure == 0 else {
    handle.release()
    throw SystemCallFault("pthread_create", number: failure)
  }
  return thread
}
