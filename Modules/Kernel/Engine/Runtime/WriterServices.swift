import Feature
import Jalali
import Ledger
import Store
import Synchronization

/// What all units share on the writer's thread.
final class WriterServices {
  let registry: Registry
  let tables: Tables
  let vault: Vault
  let contracts: ContractRegistry
  let ledger: LedgerWriter
  let configuration: ConfigurationCache
  let condition: StoreCondition
  private let references = ReferenceCache()

  init(
    registry: Registry, tables: Tables, vault: Vault, contracts: ContractRegistry, ledger: LedgerWriter, configuration: ConfigurationCache,
    condition: StoreCondition
  ) {
    self.registry = registry
    self.tables = tables
    self.vault = vault
    self.contracts = contracts
    self.ledger = ledger
    self.configuration = configuration
    self.condition = condition
  }
}

extension WriterServices {
  var clock: Clock { condition.clockGuard.clock }
  /// The time that entries of now bear.
  var stamp: Int64 { condition.clockGuard.stamp }

  /// Whatever was read during work that was taken back may have been read from rows that are gone now.
  func forget() {
    configuration.forget()
    references.forget()
  }

  /// What one call reads on the writer's connection.
  func snapshot(on connection: Connection, _ context: CallContext, _ scope: Scope, _ day: JalaliDay) -> StoreSnapshot {
    StoreSnapshot(
      connection: connection, tables: tables, vault: vault, contracts: contracts, principal: context.principal, scope: scope, day: day,
      micros: clock.now(), origin: context.origin, references: references, condition: condition)
  }

  /// What one call reads and writes.
  func transaction(
    on connection: Connection, _ context: CallContext, _ scope: Scope, _ day: JalaliDay, isAnswerRead: Bool = true
  ) -> StoreTransaction {
    StoreTransaction(snapshot(on: connection, context, scope, day), configuration: configuration, isAnswerRead: isAnswerRead)
  }
}

/// Carries the writer's desk to the units that run on the writer's thread.
final class WriterServicesBox: Sendable {
  // Safe because it is filled on the writer's thread before the first unit and used by units on that thread only.
  nonisolated(unsafe) private var services: WriterServices?

  func fill(_ services: WriterServices) { self.services = services }

  func open() throws -> WriterServices {
    guard let services else { throw CallFault.lost }
    return services
  }

  /// After a group that failed.
  func forget() { try? open().forget() }
}

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
