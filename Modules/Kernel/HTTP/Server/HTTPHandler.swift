import Glibc
import Synchronization

/// Answers requests. The server makes one for each of its event loops and calls it on that loop's thread only, so it
/// may hold a connection to the store without any lock.
public protocol HTTPHandler: AnyObject {
  /// How many octets a body sent to this path may have. Nil means the server's standard limit.
  func bodyLimit(method: HTTPMethod, path: String) -> Int?

  /// Answers through `exchange`, at once or later, on this thread or another. Long work belongs on another thread:
  /// all other connections of this loop wait meanwhile.
  func handle(_ request: HTTPRequest, _ exchange: HTTPExchange)

  /// Requests that came in together are handled between these two calls, so that they can share one read transaction.
  /// `beginBatch` comes right before the first `handle` of a turn; `bodyLimit` may be asked outside.
  func beginBatch()
  /// The requests of the turn are handled; answers may still come later.
  func endBatch()
}

extension HTTPHandler {
  /// The server's standard limit.
  public func bodyLimit(method: HTTPMethod, path: String) -> Int? { nil }
  /// Nothing to prepare.
  public func beginBatch() {}
  /// Nothing to end.
  public func endBatch() {}
}

/// One request's right to one answer.
public final class HTTPExchange: Sendable {
  private let mailbox: LoopMailbox
  private let ticket: AnswerTicket
  private let isAnswered = Atomic<Bool>(false)

  init(_ mailbox: LoopMailbox, _ ticket: AnswerTicket) {
    self.mailbox = mailbox
    self.ticket = ticket
  }

  /// Sends the answer, from whichever thread. Only the first call counts; if the peer has gone, nothing happens.
  public func answer(_ response: HTTPResponse) {
    guard !isAnswered.exchange(true, ordering: .relaxed) else { return }
    mailbox.deliver(response, to: ticket)
  }

  /// Does on the connection's thread what making the answer takes, so that the thread that calls has other work.
  public func prepare(_ work: @escaping @Sendable () -> Void) { mailbox.perform(work) }

  deinit {
    // A handler that lost its exchange would leave the peer waiting for ever.
    if !isAnswered.load(ordering: .relaxed) { mailbox.deliver(nil, to: ticket) }
  }
}

/// The place that an answer belongs to.
struct AnswerTicket: Sendable {
  let connection: ConnectionID
  /// Counts the requests of the connection from 0.
  let sequence: Int
}
