import Feature
import Store

/// A reader connection; belongs to one thread at a time.
public final class ReadSession {
  let connection: Connection
  /// Who stood behind which token when `knownAt` groups had been committed.
  private var known: [String: Known] = [:]
  private var knownAt = -1
  private var isInBatch = false
  /// The number of groups that the open read transaction of a batch may have missed none of; nil while none is open.
  private var snapshot: Int?

  private struct Known {
    let principal: Principal
    let since: Int64
  }

  /// What rows were called when `namedAt` groups had been committed.
  private let names = ReferenceCache()
  private var namedAt = -1

  private static let mostKnown = 1_024
  /// Ends of sessions and posts come by the clock, not by a commit: nobody is remembered for longer, in microseconds.
  private static let longestMemory: Int64 = 1_000_000

  init(_ connection: Connection) { self.connection = connection }

  /// Requests that came in together share one read transaction, from the first read on.
  public func beginBatch() { isInBatch = true }

  /// No read transaction is left open behind it.
  public func endBatch() {
    isInBatch = false
    endSnapshot()
    connection.endReads()
  }

  /// Makes sure that the batch's transaction sees everything that was answered for so far.
  ///
  /// - Parameter commits: how many groups took effect; nil where nobody knows.
  func refresh(at commits: Int?) throws {
    guard isInBatch, let commits, snapshot != commits else { return }
    endSnapshot()
    try connection.privileged("BEGIN").run()
    snapshot = commits
  }

  /// What rows are called: remembered from one request to the next while nothing is committed, else for one request.
  var references: ReferenceCache {
    guard let snapshot else { return ReferenceCache() }
    if namedAt != snapshot {
      names.forget()
      namedAt = snapshot
    }
    return names
  }

  private func endSnapshot() {
    guard snapshot != nil else { return }
    snapshot = nil
    try? connection.privileged("COMMIT").run()
  }

  /// Several statements that must see the same state.
  func steady<Result>(_ body: () throws -> Result) throws -> Result {
    guard snapshot == nil else { return try body() }
    try connection.privileged("BEGIN").run()
    defer { try? connection.privileged("COMMIT").run() }
    return try body()
  }

  /// Whoever stood behind this token a moment ago, while nothing was committed since.
  func principal(of token: String, at commits: Int, now: Int64) -> Principal? {
    guard knownAt == commits, let known = known[token] else { return nil }
    return (0..<ReadSession.longestMemory).contains(now - known.since) ? known.principal : nil
  }

  /// - Parameter commits: as it was before the question was asked.
  func remember(_ principal: Principal, of token: String, at commits: Int, now: Int64) {
    if knownAt != commits || known.count >= ReadSession.mostKnown { known.removeAll(keepingCapacity: true) }
    knownAt = commits
    known[token] = Known(principal: principal, since: now)
  }
}
