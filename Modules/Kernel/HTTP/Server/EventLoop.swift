import CLinux
import Glibc

/// One thread's share of the connections: waits for what happens on them and sees to each in turn.
/// Everything here runs on that thread.
final class EventLoop {
  let options: HTTPServerOptions
  let handler: any HTTPHandler
  let mailbox: LoopMailbox
  let limiter: ConnectionLimiter
  let epoll: Int32
  /// Only the first loop accepts; it deals new connections out to all.
  var acceptor: Acceptor?

  var writer = ResponseWriter()
  var now: Nanoseconds = 0
  var connections: [Connection?] = []
  var freeSlots: [UInt32] = []
  var connectionCount = 0
  private var generation: UInt32 = 0
  /// Connections that got an answer, or stopped for fairness, outside their own turn.
  var noted: [Connection] = []
  /// This turn has given a request to the handler.
  var isInBatch = false
  var stopDeadline: Nanoseconds?
  private var lastScan: Nanoseconds = 0

  let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1_024, alignment: 64)
  private var events = [epoll_event](repeating: epoll_event(), count: 256)

  static let wakeToken = UInt64.max
  static let acceptToken = UInt64.max - 1

  init(
    _ options: HTTPServerOptions, _ handler: any HTTPHandler, _ mailbox: LoopMailbox, _ limiter: ConnectionLimiter
  ) throws {
    self.options = options
    self.handler = handler
    self.mailbox = mailbox
    self.limiter = limiter
    epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard epoll >= 0 else { throw SystemCallFault("epoll_create1") }
    guard watch(mailbox.wake, Self.wakeToken, EPOLLIN.rawValue) else { throw SystemCallFault("epoll_ctl") }
  }

  deinit {
    scratch.deallocate()
    close(epoll)
  }

  var isStopping: Bool { stopDeadline != nil }

  /// Registers a descriptor; false when the system refuses.
  func watch(_ descriptor: Int32, _ token: UInt64, _ events: UInt32) -> Bool {
    var event = epoll_event(events: events, data: epoll_data_t(u64: token))
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0
  }

  /// Runs until a stop is complete.
  func run() {
    mailbox.open(for: self)
    while !isFinished { turn() }
    for connection in connections { if let connection { drop(connection) } }
    acceptor = nil
    for message in mailbox.shut() {
      guard case .adopt(let descriptor, let peer) = message else { continue }
      close(descriptor)
      limiter.leave(peer)
    }
  }

  private var isFinished: Bool {
    guard let stopDeadline else { return false }
    return connectionCount == 0 || now > stopDeadline
  }

  private var waitMilliseconds: Int32 {
    if !noted.isEmpty { return 0 }
    let mustTick = connectionCount > 0 || isStopping || acceptor?.mustRetry == true
    return mustTick ? options.limits.tickMilliseconds : -1
  }

  private func turn() {
    let count = epoll_wait(epoll, &events, Int32(events.count), waitMilliseconds)
    now = monotonicNow()
    writer.refreshDate()
    for index in 0..<Int(max(0, count)) { happened(events[index]) }
    serviceNoted()
    if isInBatch {
      isInBatch = false
      handler.endBatch()
    }
    if now - lastScan >= UInt64(options.limits.tickMilliseconds) * 1_000_000 {
      lastScan = now
      scanDeadlines()
      if acceptor?.mustRetry == true { acceptAll() }
    }
  }

  private func happened(_ event: epoll_event) {
    switch event.data.u64 {
    case Self.wakeToken: for message in mailbox.takeAll() { read(message) }
    case Self.acceptToken: acceptAll()
    case let token:
      guard let connection = connection(ConnectionID(token: token)) else { return }
      if event.events & (EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
        connection.isReadable = true
      }
      if event.events & (EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
        connection.peerIsEnding = true
      }
      service(connection)
    }
  }

  private func read(_ message: LoopMailbox.Message) {
    switch message {
    case .answer(let ticket, let response): accept(response, for: ticket)
    case .work(let work): work()
    case .adopt(let descriptor, let peer): adopt(descriptor, peer, isCounted: true)
    case .stop(let deadline): stop(by: deadline)
    }
  }

  private func serviceNoted() {
    let due = noted
    noted.removeAll(keepingCapacity: true)
    for connection in due {
      connection.isNoted = false
      service(connection)
    }
  }

  /// Puts a connection on the list of those to see to in this or the next turn.
  func note(_ connection: Connection) {
    guard !connection.isNoted else { return }
    connection.isNoted = true
    noted.append(connection)
  }

  func connection(_ id: ConnectionID) -> Connection? {
    guard id.slot < connections.count, let found = connections[Int(id.slot)], found.id == id else { return nil }
    return found
  }

  /// Takes a new connection in; nil when the system has no room to watch it.
  @discardableResult
  func adopt(_ descriptor: Int32, _ peer: String, isCounted: Bool) -> Connection? {
    generation &+= 1
    let slot = freeSlots.popLast() ?? UInt32(connections.count)
    let connection = Connection(
      id: ConnectionID(slot: slot, generation: generation), descriptor: descriptor, peer: peer, isCounted: isCounted,
      limits: options.limits, now: now)
    if slot == connections.count { connections.append(connection) } else { connections[Int(slot)] = connection }
    connectionCount += 1
    let interest = EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
    guard !isStopping, watch(descriptor, connection.id.token, interest) else {
      drop(connection)
      return nil
    }
    return connection
  }

  /// Ends a connection at once.
  func drop(_ connection: Connection) {
    guard !connection.isClosed else { return }
    connection.stage = .closed
    close(connection.descriptor)
    connections[Int(connection.id.slot)] = nil
    freeSlots.append(connection.id.slot)
    connectionCount -= 1
    if connection.isCounted { limiter.leave(connection.peer) }
  }

  private func scanDeadlines() {
    for case .some(let connection) in connections {
      switch connection.overdue(at: now, options.limits) {
      case nil: continue
      case .cut: drop(connection)
      case .requestTimeout:
        refuse(connection, .requestTimeout)
        service(connection)
      }
    }
  }

  /// Lets idle connections go, and the others finish what they have begun.
  private func stop(by deadline: Nanoseconds) {
    guard !isStopping else { return }
    stopDeadline = deadline
    acceptor = nil
    for case .some(let connection) in connections where connection.isServing {
      guard connection.awaited == .request else { continue }
      if connection.pending.isEmpty, connection.unsent == 0 {
        drop(connection)
      } else {
        connection.stage = .lastAnswers
      }
    }
  }
}
