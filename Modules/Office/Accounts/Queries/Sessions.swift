import Contracts
import Feature

/// The open sessions of one's own account, or of a colleague whose account one administers; tokens are kept nowhere.
struct ListSessions: Query {
  var staff: Ref<StaffEntity>?

  struct Open: Codable, Sendable {
    var id: ID<SessionEntity>
    var openedOn: JalaliDay
    /// Since it was opened.
    var minutesOpen: Int64
    /// Since it was last used, give or take a minute.
    var minutesIdle: Int64
    /// The address from which it was opened; nil for one that was opened before that was kept.
    var from: String?
    var isPresent: Bool
  }

  struct Sessions: Codable, Sendable {
    var items: [Open]
  }

  static let spec = Spec(
    "accounts.sessions", "نشست‌های باز", "Open sessions", "/session/open", permission: .ownAccount,
    fields: ["staff": ("همکار؛ خالی برای خود", "the colleague; oneself when left out")])

  func answer(in snapshot: borrowing Snapshot) throws -> Sessions {
    let owner = try snapshot.accountOwner(staff)
    let rows = try snapshot.rows(
      """
      SELECT s.id, s.opened_at, p.seen_at, o.host FROM accounts_session s JOIN accounts_presence p ON p.session = s.id
      LEFT JOIN accounts_session_origin o ON o.session = s.id
      WHERE s.staff = ? AND s.ended_at IS NULL AND s.expires_at > ? AND p.seen_at > ? ORDER BY s.id
      """, owner, snapshot.micros, snapshot.micros - SessionLimits.idle)
    return Sessions(
      items: rows.compactMap { row in
        guard let id = row[0].integer, let opened = row[1].integer, let seen = row[2].integer else { return nil }
        return Open(
          id: ID(id), openedOn: .today(unixSeconds: opened / 1_000_000), minutesOpen: (snapshot.micros - opened) / 60_000_000,
          minutesIdle: (snapshot.micros - seen) / 60_000_000, from: row[3].string,
          isPresent: "s\(id)" == snapshot.principal.session)
      })
  }
}

/// Ends one session of one's own, or of a colleague whose account one administers.
struct EndSession: Action {
  var session: Ref<SessionEntity>

  static let spec = Spec(
    "accounts.end-session", "پایان دادن به یک نشست", "End a session", .post, "/session/open/{session}/end", permission: .ownAccount,
    fields: ["session": ("نشست", "the session")])

  func perform(in work: borrowing Transaction) throws -> Done {
    let row = try work.require(Session.self, session)
    let administered = try work.administeredOwner(Ref(row.staff))
    guard work.principal.staff == row.staff.raw || administered != nil else { throw Refusal.notFound(SessionEntity.self) }
    try SessionEnd.end(row, in: work)
    return Done()
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The account that is meant: one's own, or one that one administers; others do not exist.
  fileprivate func accountOwner(_ reference: Ref<StaffEntity>?) throws -> ID<StaffEntity> {
    guard let reference else {
      guard let own = principal.staff else { throw Refusal.notFound(StaffEntity.self) }
      return ID(own)
    }
    if let owner = try administeredOwner(reference) { return owner }
    guard let row = try? require(Staff.self, reference), row.id.raw == principal.staff else { throw Refusal.notFound(StaffEntity.self) }
    return row.id
  }

  /// An account that whoever asks administers; nil for others, and for whoever owes something first.
  fileprivate func administeredOwner(_ reference: Ref<StaffEntity>) throws -> ID<StaffEntity>? {
    guard principal.duty?.bar != .everything, let row = try? require(Staff.self, reference), principal.administers(row.province) else {
      return nil
    }
    return row.id
  }
}
