import Ledger
import Values

/// Answered by the accounts desk: who stands behind a token.
public protocol Authenticator: Sendable {
  /// - Parameter micros: now; microseconds since 1970, UTC.
  /// - Returns: nil for a token that is unknown, expired, idle for too long or revoked.
  func session(for token: String, at micros: Int64, in look: borrowing Look) throws -> OpenSession?
  /// Notes that the session was used, so that its idle clock starts again.
  func touch(_ session: Int64, at micros: Int64, in work: borrowing UnitOfWork) throws
  /// How many sessions are open, for the gauges; nil when nobody counts them.
  func openSessions(at micros: Int64, in look: borrowing Look) throws -> Int?
}

extension Authenticator {
  public func openSessions(at micros: Int64, in look: borrowing Look) throws -> Int? { nil }
}

public struct OpenSession: Sendable {
  public let id: Int64
  public let actor: Actor
  /// Whether the idle clock should be set again; not on every request, that would write too often.
  public let wantsTouch: Bool

  public init(id: Int64, actor: Actor, wantsTouch: Bool) {
    self.id = id
    self.actor = actor
    self.wantsTouch = wantsTouch
  }
}

extension Runtime {
  /// Who is asking? No token is nobody; a token that is not good any more is refused.
  ///
  /// - Throws: `Refusal` 401.
  public func identify(_ token: String?, reader: ReadSession) throws -> Actor {
    guard let token else { return .nobody }
    let now = clock.now()
    let commits = commits
    if let commits, let known = reader.actor(of: token, at: commits, now: now) { return known }
    try reader.refresh(at: commits)
    let authenticator = try registry.kernel.ask((any Authenticator).self)
    guard let session = try look(reader, { try authenticator.session(for: token, at: now, in: $0) }) else {
      throw Refusal(
        .unauthenticated, "session.ended", Texts("نشست پایان یافته است؛ دوباره وارد شوید.", "The session has ended; sign in again."))
    }
    if session.wantsTouch {
      let context = CallContext(actor: session.actor, origin: .init(channel: "job", host: "", session: ""), request: "touch")
      try? performUnit(act: "accounts.touch", module: "accounts", day: clock.day, context) { core in
        try authenticator.touch(session.id, at: now, in: UnitOfWork(core))
        return .null
      } reply: { _ in
      }
    }
    if let commits { reader.remember(session.actor, of: token, at: commits, now: now) }
    return session.actor
  }
}
