import CLinux
import Glibc

extension EventLoop {
  /// One connection's turn: reads, answers and sends for as long as that needs no waiting.
  func service(_ connection: Connection) {
    guard !connection.isClosed, !connection.isInTurn else { return }
    connection.isInTurn = true
    defer { connection.isInTurn = false }
    var readsLeft = 8
    while connection.isServing {
      let wantsOctets = parse(connection)
      send(connection)
      guard connection.isServing else { break }
      if !wantsOctets {
        // Full: if sending made room, go on with what is already here.
        if connection.isFull(options.limits) { return }
        continue
      }
      guard connection.isReadable, connection.unsent == 0 else { break }
      if readsLeft == 0 {
        note(connection)
        break
      }
      readsLeft -= 1
      receive(connection)
      if connection.peerHasEnded { break }
    }
    conclude(connection)
  }

  /// Reads once into the connection's input.
  private func receive(_ connection: Connection) {
    let count = recv(connection.descriptor, scratch.baseAddress, scratch.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      connection.input.append(contentsOf: scratch[..<count])
      // A short read has emptied the socket; the next octets come with an event of their own.
      if count < scratch.count, !connection.peerIsEnding { connection.isReadable = false }
    } else if count == 0 {
      connection.peerHasEnded = true
    } else if errno == EAGAIN {
      connection.isReadable = false
    } else if errno != EINTR {
      drop(connection)
    }
  }

  /// Takes requests from the input until it is used up (true) or no further one may be taken now (false).
  private func parse(_ connection: Connection) -> Bool {
    while connection.isServing, !connection.isFull(options.limits) {
      do {
        switch try advance(connection) {
        case .needsMore:
          connection.compactInput()
          noteWait(connection)
          return true
        case .head: try prepareBody(connection)
        case .request: dispatch(connection)
        }
      } catch {
        refuse(connection, error)
      }
    }
    connection.awaited = .nothing
    return false
  }

  private func advance(_ connection: Connection) throws(HTTPFault) -> RequestParser.Event {
    let input = connection.input
    let step = try connection.parser.advance(over: input.span.extracting(connection.inputStart...))
    connection.inputStart += step.consumed
    let size = connection.parser.body.count
    if size > BodyShare.step { try makeRoom(for: size, connection) }
    return step.event
  }

  private func makeRoom(for size: Int, _ connection: Connection) throws(HTTPFault) {
    let share = connection.share ?? BodyShare(limiter.bodies)
    connection.share = share
    guard share.grow(to: size) else {
      connection.parser.body = []
      connection.share = nil
      throw .tooManyBodies
    }
  }

  private func noteWait(_ connection: Connection) {
    let next: Connection.Awaited =
      !connection.parser.isInHead ? .restOfBody : connection.input.isEmpty ? .request : .restOfHead
    connection.waits(for: next, at: now)
    if isStopping, next == .request { connection.stage = .lastAnswers }
  }

  /// Decides on a body before it is read: how much of it, and whether the peer waits to be asked for it.
  private func prepareBody(_ connection: Connection) throws(HTTPFault) {
    let head = connection.parser.head
    let path = connection.parser.headOctets.span.text(head.path)
    let limit = handler.bodyLimit(method: head.method, path: path) ?? options.limits.body
    guard head.contentLength ?? 0 <= limit else { throw .bodyTooLarge }
    connection.parser.bodyLimit = limit
    connection.awaited = .nothing
    if head.expectation == .proceed, connection.inputStart == connection.input.count {
      connection.owesContinue = true
      settle(connection)
    }
  }

  private func dispatch(_ connection: Connection) {
    var (request, persists, minorVersion) = connection.parser.take(peer: connection.peer)
    request.share = connection.share
    connection.share = nil
    request.comeThrough(options.proxies)
    connection.owesContinue = false
    connection.awaited = .nothing
    if let served = options.servedHosts, !request.host.isEmpty,
      !served.contains(Authority.hostName(request.host))
    {
      return refuse(connection, .wrongHost, isHead: request.isHead)
    }
    let ticket = AnswerTicket(connection: connection.id, sequence: connection.requestsTaken)
    let isLast =
      !persists || ticket.sequence + 1 >= options.limits.requestsPerConnection
      || isStopping && connection.inputStart == connection.input.count
    connection.pending.append(
      PendingAnswer(framing: .init(isHead: request.isHead, closes: isLast, minorVersion: minorVersion)))
    if isLast { connection.stage = .lastAnswers }
    if !isInBatch {
      isInBatch = true
      handler.beginBatch()
    }
    handler.handle(request, HTTPExchange(mailbox, ticket))
  }

  /// Queues the answer to a fault as the last one of the connection.
  func refuse(_ connection: Connection, _ fault: HTTPFault, isHead: Bool? = nil) {
    connection.stage = .lastAnswers
    connection.owesContinue = false
    let isHead = isHead ?? (connection.parser.head.method == .head)
    connection.pending.append(
      PendingAnswer(
        framing: .init(isHead: isHead, closes: true, minorVersion: 1), response: options.problem(for: fault)))
    settle(connection)
  }
}
