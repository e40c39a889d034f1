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

/// Where and how a server listens.
public struct HTTPServerOptions: Sendable {
  /// A numeric address or `localhost`.
  public var host = "127.0.0.1"
  /// 0 lets the system choose; `HTTPServer.port` tells which.
  public var port = 0
  /// Number of event-loop threads.
  public var loops = 2
  /// What is taken from one peer, and how long it is waited for.
  public var limits = HTTPLimits()
  /// Host names, lower case and without port, that the server answers for; another one is 421. Nil answers for all.
  public var servedHosts: Set<String>?
  /// Addresses of proxies of ours, whose X-Forwarded-For is believed; everybody else's is ignored.
  public var proxies: Set<String> = []
  /// A listening socket that is open already (socket activation); host and port are then not used.
  public var listeningDescriptor: Int32?
  /// Builds the answer to a fault that the server itself finds: its status and its code (`HTTPFault`).
  public var problem: @Sendable (_ status: Int, _ code: String) -> HTTPResponse = {
    HTTPResponse.plainProblem(status: $0, code: $1)
  }

  /// Loopback, a port of the system's choice, two loops.
  public init() {}

  /// A server of its own address.
  public init(
    host: String = "127.0.0.1", port: Int = 0, loops: Int = 2, limits: HTTPLimits = HTTPLimits(),
    problem: @escaping @Sendable (_ status: Int, _ code: String) -> HTTPResponse = {
      HTTPResponse.plainProblem(status: $0, code: $1)
    }
  ) {
    self.host = host
    self.port = port
    self.loops = loops
    self.limits = limits
    self.problem = problem
  }

  /// An IP address in the form in which peers are compared; nil for anything else.
  public static func address(_ text: String) -> String? { PeerAddress.canonical(text) }

  func problem(for fault: HTTPFault) -> HTTPResponse { problem(fault.status, fault.code) }
}
