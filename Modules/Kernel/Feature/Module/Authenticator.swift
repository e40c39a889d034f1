/// What the engine asks the accounts desk: who stands behind a token.
public protocol Authenticator: Sendable {
  /// - Parameter micros: now; microseconds since 1970, UTC.
  /// - Returns: nil for a token that is unknown, expired, idle for too long or revoked.
  /// - Throws: `StoreFault` when the store cannot be read.
  func session(for token: String, at micros: Int64, in snapshot: borrowing Snapshot) throws -> OpenSession?
  /// The same person with the posts held now, for work that goes on long after its request.
  ///
  /// - Returns: nil for whoever may not sign in any more.
  /// - Throws: `StoreFault` when the store cannot be read.
  func renewed(_ principal: Principal, in snapshot: borrowing Snapshot) throws -> Principal?
  /// Notes that the session was used, so that its idle clock starts again.
  ///
  /// - Throws: `StoreFault` when it cannot be written.
  func touch(_ session: Int64, at micros: Int64, in work: borrowing Transaction) throws
  /// How many sessions are open, for the gauges; nil when nobody counts them.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func openSessions(at micros: Int64, in snapshot: borrowing Snapshot) throws -> Int?
}

/// A session that is good now.
public struct OpenSession: Sendable {
  /// Its row.
  public let id: Int64
  /// Whose it is.
  public let principal: Principal
  /// Whether the idle clock should be set again; not on every request, that would write too often.
  public let wantsTouch: Bool

  /// - Parameters:
  ///   - id: its row.
  ///   - principal: whose it is, with what it may.
  ///   - wantsTouch: whether the idle clock should be set again.
  public init(id: Int64, principal: Principal, wantsTouch: Bool) {
    self.id = id
    self.principal = principal
    self.wantsTouch = wantsTouch
  }
}
