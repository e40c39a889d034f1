/// Names a connection within its loop: a place in the loop's table, and how often the table has been written to,
/// so that what is meant for an earlier holder of the place is recognised.
struct ConnectionID: Sendable, Equatable {
  let slot: UInt32
  let generation: UInt32

  /// As epoll carries it.
  var token: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  init(token: UInt64) {
    slot = UInt32(truncatingIfNeeded: token)
    generation = UInt32(truncatingIfNeeded: token >> 32)
  }
}

/// A request whose answer is not on its way yet.
struct PendingAnswer {
  var framing: ResponseWriter.Framing
  var response: HTTPResponse?
}

/// One peer's connection, owned by one loop.
final class Connection {
  enum Stage {
    /// Requests are read.
    case serving
    /// No request is read any more; what is pending is answered.
    case lastAnswers
    /// All is sent and our side is shut; what still comes is thrown away until the deadline.
    case lingering(until: Nanoseconds)
    case closed
  }

  /// What a connection that reads is waiting for.
  enum Awaited { case nothing, request, restOfHead, restOfBody }

  let id: ConnectionID
  let descriptor: Int32
  let peer: String
  /// Connections that were refused a place are not counted.
  let isCounted: Bool

  var stage = Stage.serving
  var parser: RequestParser
  var input: [UInt8] = []
  var inputStart = 0
  /// The share of a large body that is coming in.
  var share: BodyShare?
  var output: [UInt8] = []
  var outputStart = 0

  var pending: [PendingAnswer] = []
  /// The sequence number of `pending`'s first.
  var firstPending = 0
  /// A `100 Continue` is due as soon as all earlier answers are out.
  var owesContinue = false

  /// The socket may have octets for us; edge-triggered epoll does not say it twice.
  var isReadable = true
  /// The peer has said that it will send no more; reading must go on until the end shows.
  var peerIsEnding = false
  var peerHasEnded = false

  var awaited = Awaited.request
  /// When the present wait began, and the last time that the peer took an octet.
  var waitingSince: Nanoseconds
  var lastSent: Nanoseconds
  /// The peer has not taken all of the output yet; its own time does not run meanwhile.
  var isBlocked = false

  /// The loop is working on it and will see to its answers.
  var isInTurn = false
  /// It is on the loop's list of connections to see to.
  var isNoted = false

  init(
    id: ConnectionID, descriptor: Int32, peer: String, isCounted: Bool, limits: HTTPLimits, now: Nanoseconds
  ) {
    self.id = id
    self.descriptor = descriptor
    self.peer = peer
    self.isCounted = isCounted
    parser = RequestParser(limits: limits)
    waitingSince = now
    lastSent = now
  }

  var requestsTaken: Int { firstPending + pending.count }

  var unsent: Int { output.count - outputStart }

  var isServing: Bool { if case .serving = stage { true } else { false } }

  var isClosed: Bool { if case .closed = stage { true } else { false } }

  /// Nothing is read while so much waits to be answered or sent.
  func isFull(_ limits: HTTPLimits) -> Bool {
    pending.count >= limits.pipelined || unsent >= limits.unsentOctets
  }

  /// Gives back what is used up, and big buffers with it.
  func compactInput() {
    if inputStart == input.count {
      input.removeAll(keepingCapacity: input.capacity <= 16_384)
    } else if inputStart > 0 {
      input.removeSubrange(0..<inputStart)
    }
    inputStart = 0
  }
}

extension Connection {
  enum Overdue {
    /// Ends without a word.
    case cut
    /// Ends with 408.
    case requestTimeout
  }

  /// Notes what the connection waits for now; a wait that goes on keeps its beginning.
  func waits(for next: Awaited, at now: Nanoseconds) {
    guard next != awaited else { return }
    awaited = next
    waitingSince = now
  }

  /// Which limit the connection has run over, if any.
  func overdue(at now: Nanoseconds, _ limits: HTTPLimits) -> Overdue? {
    func passed(_ seconds: Double, since start: Nanoseconds) -> Bool { now > start + seconds.nanoseconds }
    switch stage {
    case .lingering(let end): return now > end ? .cut : nil
    case .closed: return nil
    case .serving, .lastAnswers: break
    }
    if unsent > 0 { return passed(limits.writeSeconds, since: lastSent) ? .cut : nil }
    guard isServing, !owesContinue else { return nil }
    switch awaited {
    case .nothing: return nil
    case .request:
      let patience = requestsTaken == 0 ? limits.headSeconds : limits.idleSeconds
      return pending.isEmpty && passed(patience, since: waitingSince) ? .cut : nil
    case .restOfHead: return passed(limits.headSeconds, since: waitingSince) ? .requestTimeout : nil
    case .restOfBody:
      let earned = Double(parser.body.count / max(1, limits.bodyOctetsPerExtraSecond))
      return passed(limits.bodySeconds + earned, since: waitingSince) ? .requestTimeout : nil
    }
  }
}
