import Glibc
import Synchronization

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
