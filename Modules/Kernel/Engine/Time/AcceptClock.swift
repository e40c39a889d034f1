import Feature
import Ledger
import Store
import Synchronization
import Persian
import Values

extension Runtime {
  /// Why the machine's clock is doubted now; nil while it is believed.
  public var clockDoubt: ClockDoubt? { condition.clockGuard.doubt }

  /// Takes the machine's clock as right, on the word of a person at the machine: entries go on from what it shows, though it
  /// be before the newest one. One entry holds both times and the reason; verification tells of the step as a warning.
  ///
  /// - Parameter reason: in that person's words.
  /// - Returns: the entry.
  /// - Throws: `Refusal` for a clock that nobody doubts and for a missing reason, `CallFault.commit` when it could not be kept.
  public func acceptClock(reason: String) throws -> Int64 {
    let unit = try OwnerUnit.reason(reason)
    guard let doubt = clockDoubt else {
      throw Refusal.conflict(
        "clock.believed",
        Texts("کسی در ساعت دستگاه تردید ندارد؛ کاری لازم نیست.", "The machine's clock is not doubted; nothing is to be done."))
    }
    return try OwnerUnit.write(self, accepting: true) { _, newest in
      var entry = OwnerUnit.draft("clock.accept", object: "registry.clock/1", reason: unit)
      let expected: Int64? = if case .jumped(let expected, _) = doubt { expected } else { nil }
      entry.before = [.init("newest", newest == .min ? .null : .text(Clock.rfc3339(newest)))]
      entry.after = [.init("expected", expected.map { .text(Clock.rfc3339($0)) } ?? .null)]
      return entry
    }
  }
}

/// One entry of what the machine's owner decided.
final class OwnerUnit: WriteUnit {
  private let runtime: Runtime
  private let isAccepting: Bool
  private let draft: @Sendable (_ clock: Int64, _ newest: Int64) -> EntryDraft
  private let promise = Promise<Result<Int64, any Error>>()
  private let written = Mutex<(entry: Int64, newest: Int64)>((0, .min))

  private init(_ runtime: Runtime, accepting: Bool, _ draft: @escaping @Sendable (_ clock: Int64, _ newest: Int64) -> EntryDraft) {
    self.runtime = runtime
    isAccepting = accepting
    self.draft = draft
  }

  /// - Parameter accepting: whether the clock is taken as right with it.
  static func write(
    _ runtime: Runtime, accepting: Bool, _ draft: @escaping @Sendable (_ clock: Int64, _ newest: Int64) -> EntryDraft
  ) throws -> Int64 {
    let unit = OwnerUnit(runtime, accepting: accepting, draft)
    try runtime.enqueue(unit)
    return try unit.promise.wait().get()
  }

  static func draft(_ act: String, object: String, reason: String) -> EntryDraft {
    let owner = Principal.owner
    var entry = EntryDraft(
      act: act, actor: LedgerActor(id: owner.id, kind: owner.kind, role: owner.id), at: "", module: "registry", object: object,
      origin: LedgerOrigin(channel: "cli", host: "", session: ""), outcome: .ok, province: nil, request: act)
    entry.whyText = reason
    return entry
  }

  /// - Throws: `Refusal` for a blank reason or one longer than 500 characters.
  static func reason(_ text: String) throws -> String {
    let words = PersianText.stored(text, keepingLines: true)
    guard (1...500).contains(words.unicodeScalars.count) else {
      throw Refusal.input("/reason", "owner.reason", Texts("علت را بنویسید، تا ۵۰۰ نویسه.", "Say why, in up to 500 characters."))
    }
    return words
  }

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try runtime.writerServices.open()
    let clockGuard = services.condition.clockGuard
    if !isAccepting { try clockGuard.requireTrust() }
    let (clock, newest) = isAccepting ? clockGuard.accept() : (clockGuard.stamp, .min)
    var entry = draft(clock, newest)
    entry.at = Clock.rfc3339(clock)
    let seq = try services.ledger.append(entry, on: connection)
    clockGuard.note(entry: clock)
    written.withLock { $0 = (seq, newest) }
  }

  func finished(_ outcome: CommitResult) {
    let (entry, newest) = written.withLock { $0 }
    guard let fault = outcome.fault else { return promise.fulfill(.success(entry)) }
    runtime.writerServices.forget()
    // What was accepted is not on record, so it is doubted as before.
    runtime.condition.clockGuard.note(entry: newest)
    promise.fulfill(.failure(fault))
  }
}
