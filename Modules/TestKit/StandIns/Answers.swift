import Synchronization

/// What a stand-in answers to one kind of question, and what it was asked.
public final class Answers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private struct State {
    var standard: @Sendable (Question) throws -> Answer
    var particular: [Question: Answer] = [:]
    var asked: [Question] = []
  }

  private let state: Mutex<State>

  /// - Parameter standard: the answer to every question to which no other was set.
  public init(_ standard: @escaping @Sendable (Question) throws -> Answer) { state = Mutex(State(standard: standard)) }

  /// Answers everything in this way from now on; an error is thrown at whoever asks.
  public func set(_ standard: @escaping @Sendable (Question) throws -> Answer) {
    state.withLock { $0 = State(standard: standard, asked: $0.asked) }
  }

  /// Answers one question in this way from now on.
  public func set(_ answer: Answer, to question: Question) { state.withLock { $0.particular[question] = answer } }

  /// Every question in its order, also of dry runs and of what was refused in the end.
  public var asked: [Question] { state.withLock(\.asked) }

  /// Keeps no record of the question.
  ///
  /// - Throws: what the standard throws.
  public func known(_ question: Question) throws -> Answer {
    try state.withLock { try $0.particular[question] ?? $0.standard(question) }
  }

  func callAsFunction(_ question: Question) throws -> Answer {
    state.withLock { $0.asked.append(question) }
    return try known(question)
  }
}
