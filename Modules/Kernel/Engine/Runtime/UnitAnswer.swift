import Store
import Synchronization

/// What a unit came to, kept until its group is on disk: nobody is told of an effect that may yet be taken back.
final class UnitAnswer<Output: Sendable>: Sendable {
  typealias Reply = @Sendable (Result<Output, any Error>) -> Void

  private let result = Mutex<Result<Output, any Error>?>(nil)
  private let reply: Reply

  init(_ reply: @escaping Reply) { self.reply = reply }

  /// A unit that runs again replaces what it came to before.
  func set(_ result: Result<Output, any Error>) { self.result.withLock { $0 = result } }

  fileprivate func send(after commit: CommitResult) {
    if let fault = commit.fault { return reply(.failure(fault)) }
    reply(result.withLock { $0 } ?? .failure(CallFault.lost))
  }
}

/// A unit whose caller is told what it came to, or why its group was not kept.
protocol AnsweringUnit: WriteUnit {
  associatedtype Output: Sendable
  var services: WriterServicesBox { get }
  var answer: UnitAnswer<Output> { get }
}

extension AnsweringUnit {
  func finished(_ commit: CommitResult) {
    if commit.fault != nil { services.forget() }
    answer.send(after: commit)
  }
}

extension CommitResult {
  /// As the callers of the group's units are told; nil when it was kept.
  var fault: CallFault? {
    guard case .failed(let fault, let isUnknown) = self else { return nil }
    return .commit(fault, outcomeUnknown: isUnknown)
  }
}
