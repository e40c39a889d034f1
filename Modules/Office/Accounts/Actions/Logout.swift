import Contracts
import Feature

/// Ends one's own session.
struct Logout: Action {
  static let spec = Spec("accounts.logout", "خروج", "Sign out", .delete, "/session", permission: .oneself)

  func perform(in work: borrowing Transaction) throws -> Done {
    guard let number = Int64(work.principal.session.dropFirst()), let session = try work.find(Session.self, ID(number)) else {
      throw Refusal.notFound(SessionEntity.self)
    }
    try SessionEnd.end(session, in: work)
    return Done()
  }
}

/// Ends sessions so that the next request is refused.
enum SessionEnd {
  static func end(_ session: Session, in work: borrowing Transaction) throws {
    guard session.endedAt == nil else { return }
    var ended = session
    ended.endedAt = work.micros
    try work.update(ended)
  }

  static func endAll(of staff: Staff, in work: borrowing Transaction) throws {
    for session in try work.all(Session.self, "staff = ? AND ended_at IS NULL", staff.id) { try end(session, in: work) }
  }
}

/// Ends all sessions of a colleague.
struct EndSessions: Action {
  var staff: Ref<StaffEntity>

  static let spec = Spec(
    "accounts.end-sessions", "پایان دادن به نشست‌ها", "End all sessions", .post, "/accounts/staff/{staff}/sessions-end",
    permission: .accountsAdmin, weight: .serious, fields: ["staff": ("همکار", "the colleague")])

  func perform(in work: borrowing Transaction) throws -> Done {
    try SessionEnd.endAll(of: try work.require(Staff.self, staff), in: work)
    return Done()
  }
}
