import Contracts
import Feature

struct StaffDirectoryProvider: StaffDirectory {
  var permission: Permission { .accountsRead }

  func colleagues(holding roles: Set<String>, limit: Int, in snapshot: borrowing Snapshot) throws -> [Colleague] {
    var found: [Colleague] = []
    for row in try holders(in: snapshot) where found.count < limit {
      guard let id = row[0].integer, let name = row[1].string, let role = row[2].string, roles.contains(role) else { continue }
      if found.last?.id != "u\(id)" { found.append(Colleague(id: "u\(id)", name: name, role: role)) }
    }
    return found
  }

  func hadOthers(
    than people: [String], holding roles: Set<String>, since day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> Bool {
    try snapshot.rows(
      """
      SELECT p.staff, p.role FROM accounts_post p
      WHERE p.province IS NULL AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= max(?, p.valid_from))
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, snapshot.day, day
    ).contains { row in
      guard let staff = row[0].integer, let role = row[1].string else { return false }
      return roles.contains(role) && !people.contains("u\(staff)")
    }
  }

  func names(of rows: [Int64], in snapshot: borrowing Snapshot) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for id in rows {
      names[id] = try snapshot.rows("SELECT full_name FROM accounts_staff WHERE id = ?", id).first?.first?.string
    }
    return names
  }

  /// Staff of the snapshot's province, or of the national office, with their posts of today.
  private func holders(in snapshot: borrowing Snapshot) throws -> [[Value]] {
    guard let home = snapshot.home else {
      return try snapshot.rows(
        """
        SELECT f.id, f.full_name, p.role FROM accounts_staff f JOIN accounts_post p ON p.staff = f.id
        WHERE f.province IS NULL AND f.is_disabled = 0 AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= ?)
          AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
        ORDER BY f.id
        """, snapshot.day, snapshot.day)
    }
    return try snapshot.rows(
      """
      SELECT f.id, f.full_name, p.role FROM accounts_staff f JOIN accounts_post p ON p.staff = f.id
      WHERE f.province = ? AND f.is_disabled = 0 AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= ?)
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      ORDER BY f.id
      """, home, snapshot.day, snapshot.day)
  }
}

struct AuthenticatorProvider: Authenticator {
  func session(for token: String, at micros: Int64, in snapshot: borrowing Snapshot) throws -> OpenSession? {
    let hash = snapshot.blindIndex(token, "accounts.token")
    let rows = try snapshot.rows(
      """
      SELECT s.id, s.expires_at, p.seen_at, f.id, f.full_name,
        (SELECT language FROM accounts_language l WHERE l.staff = f.id) FROM accounts_session s
      JOIN accounts_staff f ON f.id = s.staff JOIN accounts_presence p ON p.session = s.id
      WHERE s.token_hash = ? AND s.ended_at IS NULL AND f.is_disabled = 0
      """, hash)
    guard let row = rows.first, let id = row[0].integer, let expires = row[1].integer, let seen = row[2].integer,
      let staff = row[3].integer, micros < expires, micros - seen < SessionLimits.idle,
      // One that was opened days later than now was opened under a clock that was wrong; it would live for years.
      expires - micros <= SessionLimits.absolute + SessionLimits.setBack
    else { return nil }
    let principal = Principal(
      id: "u\(staff)", staff: staff, name: row[4].string ?? "", grants: try grants(of: staff, in: snapshot), session: "s\(id)",
      language: row[5].string.flatMap { Language(rawValue: $0) }, duty: try snapshot.duty(of: ID(staff)))
    return OpenSession(id: id, principal: principal, wantsTouch: micros - seen > SessionLimits.touch)
  }

  func renewed(_ principal: Principal, in snapshot: borrowing Snapshot) throws -> Principal? {
    guard let staff = principal.staff else { return principal }
    guard try snapshot.count("SELECT count(*) FROM accounts_staff WHERE id = ? AND is_disabled = 0", staff) == 1 else { return nil }
    return Principal(
      id: principal.id, staff: staff, name: principal.name, grants: try grants(of: staff, in: snapshot), session: principal.session,
      language: principal.language, duty: try snapshot.duty(of: ID(staff)))
  }

  private func grants(of staff: Int64, in snapshot: borrowing Snapshot) throws -> [Principal.Grant] {
    try ownGrants(of: staff, in: snapshot) + acting(staff, in: snapshot)
  }

  /// Those of the posts that somebody holds today.
  func ownGrants(of staff: Int64, in snapshot: borrowing Snapshot) throws -> [Principal.Grant] {
    try snapshot.rows(
      """
      SELECT p.role, p.province, p.county FROM accounts_post p
      WHERE p.staff = ? AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= ?)
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, staff, snapshot.day, snapshot.day
    ).compactMap(grant)
  }

  /// The posts of those in whose place somebody acts today.
  private func acting(_ staff: Int64, in snapshot: borrowing Snapshot) throws -> [Principal.Grant] {
    try snapshot.rows(
      """
      SELECT p.role, p.province, p.county, a.staff FROM accounts_absence a JOIN accounts_post p ON p.staff = a.staff
      WHERE a.acting = ?1 AND a.last_day >= ?2 AND a.first_day <= ?2
        AND p.valid_from <= ?2 AND (p.valid_until IS NULL OR p.valid_until >= ?2)
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, staff, snapshot.day
    ).compactMap { row in grant(row).map { .init(role: $0.role, scope: $0.scope, actingFor: row[3].integer) } }
  }

  private func grant(_ row: [Value]) -> Principal.Grant? {
    guard let role = row[0].string else { return nil }
    switch (row[1].string, row[2].integer) {
    case (nil, _): return .init(role: role, scope: .nation)
    case (let province?, nil): return .init(role: role, scope: .province(province))
    case (let province?, let county?): return .init(role: role, scope: .county(province, county))
    }
  }

  func openSessions(at micros: Int64, in snapshot: borrowing Snapshot) throws -> Int? {
    try snapshot.count(
      """
      SELECT count(*) FROM accounts_session s JOIN accounts_presence p ON p.session = s.id
      WHERE s.ended_at IS NULL AND s.expires_at > ? AND p.seen_at > ?
      """, micros, micros - SessionLimits.idle)
  }

  func touch(_ session: Int64, at micros: Int64, in work: borrowing Transaction) throws {
    guard var row = try work.first(Presence.self, "session = ?", session) else { return }
    row.seenAt = max(row.seenAt, micros)
    try work.update(row)
  }
}
