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
        ORDER BY f.id
        """, snapshot.day, snapshot.day)
    }
    return try snapshot.rows(
      """
      SELECT f.id, f.full_name, p.role FROM accounts_staff f JOIN accounts_post p ON p.staff = f.id
      WHERE f.province = ? AND f.is_disabled = 0 AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= ?)
      ORDER BY f.id
      """, home, snapshot.day, snapshot.day)
  }
}
