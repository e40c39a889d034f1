public import Contracts
public import Registry
public import Values

/// Ends one's own session.
public struct Logout: Action {
  public static let spec = Spec("accounts.logout", "خروج", "Sign out", .delete, "/session", permission: .oneself)

  public func perform(in work: borrowing UnitOfWork) throws -> Done {
    guard let number = Int64(work.actor.session.dropFirst()), let session = try work.find(Session.self, ID(number)) else {
      throw Refusal.notFound(SessionEntity.texts)
    }
    try SessionEnd.end(session, in: work)
    return Done()
  }
}

/// Ends sessions so that the next request is refused.
enum SessionEnd {
  static func end(_ session: Session, in work: borrowing UnitOfWork) throws {
    guard session.endedAt == nil else { return }
    var ended = session
    ended.endedAt = work.micros
    try work.update(ended)
  }

  static func endAll(of staff: Staff, in work: borrowing UnitOfWork) throws {
    for session in try work.all(Session.self, "staff = ? AND ended_at IS NULL", staff.id) { try end(session, in: work) }
  }
}

/// Ends all sessions of a colleague.
public struct EndSessions: Action {
  public var staff: Ref<StaffEntity>

  public static let spec = Spec(
    "accounts.end-sessions", "پایان دادن به نشست‌ها", "End all sessions", .post, "/accounts/staff/{staff}/sessions-end",
    permission: .accountsAdmin, weight: .serious, fields: ["staff": ("همکار", "the colleague")])

  public func perform(in work: borrowing UnitOfWork) throws -> Done {
    try SessionEnd.endAll(of: try work.require(Staff.self, staff), in: work)
    return Done()
  }
}
