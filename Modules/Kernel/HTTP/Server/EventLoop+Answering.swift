import CLinux
import Glibc

extension EventLoop {
  /// Takes an answer on the loop's own thread. Nil stands for a dropped exchange.
  func accept(_ response: HTTPResponse?, for ticket: AnswerTicket) {
    guard let connection = connection(ticket.connection) else { return }
    let place = ticket.sequence - connection.firstPending
    guard connection.pending.indices.contains(place) else { return }
    connection.pending[place].response = response ?? options.problem(for: .internalError)
    guard place == 0 else { return }
    settle(connection)
    if !connection.isInTurn { note(connection) }
  }

  /// Puts the answers that are ready, in the order of their requests, into the output.
  func settle(_ connection: Connection) {
    while let first = connection.pending.first, let response = first.response {
      var framing = first.framing
      if isStopping, connection.pending.count == 1, !connection.isServing { framing.closes = true }
      connection.pending.removeFirst()
      connection.firstPending += 1
      if connection.unsent == 0 { connection.lastSent = now }
      if !writer.append(response, framing, to: &connection.output) {
        _ = writer.append(options.problem(for: .internalError), framing, to: &connection.output)
      }
    }
    guard connection.pending.isEmpty else { return }
    if connection.awaited == .request { connection.waitingSince = now }
    if connection.owesContinue {
      connection.owesContinue = false
      connection.waitingSince = now
      connection.output.append(contentsOf: "HTTP/1.1 100 Continue\r\n\r\n".utf8)
    }
  }

  /// Sends what the peer takes without waiting.
  func send(_ connection: Connection) {
    while connection.unsent > 0 {
      let sent = connection.output.withUnsafeBytes { output in
        Glibc.send(
          connection.descriptor, output.baseAddress.map { $0 + connection.outputStart },
          output.count - connection.outputStart, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if sent > 0 {
        connection.outputStart += sent
        connection.lastSent = now
      } else if errno == EAGAIN {
        connection.isBlocked = true
        return
      } else if errno != EINTR {
        return drop(connection)
      }
    }
    connection.output.removeAll(keepingCapacity: connection.output.capacity <= 16_384)
    connection.outputStart = 0
    if connection.isBlocked {
      connection.isBlocked = false
      connection.waitingSince = now
    }
  }

  /// Ends a connection that has nothing left to say, so that the peer can still read the last answer.
  func conclude(_ connection: Connection) {
    if connection.isServing, connection.peerHasEnded { connection.stage = .lastAnswers }
    if case .lastAnswers = connection.stage, connection.pending.isEmpty {
      send(connection)
      guard !connection.isClosed, connection.unsent == 0 else { return }
      if connection.peerHasEnded { return drop(connection) }
      shutdown(connection.descriptor, Int32(SHUT_WR))
      connection.input = []
      connection.stage = .lingering(until: now + options.limits.lingerSeconds.nanoseconds)
    }
    if case .lingering = connection.stage { discard(connection) }
  }

  private func discard(_ connection: Connection) {
    for _ in 0..<8 where connection.isReadable {
      let count = recv(connection.descriptor, scratch.baseAddress, scratch.count, Int32(MSG_DONTWAIT))
      if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return drop(connection) }
      if count < 0 && errno == EAGAIN { connection.isReadable = false }
    }
    if connection.isReadable { note(connection) }
  }
}
