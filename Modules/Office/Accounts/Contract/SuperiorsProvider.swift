import Contracts
import Feature

struct SuperiorsProvider: Superiors {
  /// Longest look back for working days; a year of closures is no calendar.
  private static let mostDays = 366
  private static let advice = Texts(
    "صاحب این سمت نیست و جانشین ندارد؛ خود او یا مدیرکل جانشین نام می‌برد (accounts name-acting)، یا مدیر سامانه سمت را به کسی می‌دهد (accounts assign-post). این کار با آن به شما نمی‌رسد.",
    "Nobody is there for this post and nobody acts; its holder or the director-general names an acting person (accounts name-acting), or an administrator assigns the post (accounts assign-post). The work does not become yours."
  )

  func isAbove(_ principal: Principal, _ roles: Set<String>) -> Bool {
    let above = RoleLadder.allAbove(roles)
    return principal.grants.contains { above.contains($0.role) }
  }

  func vacancy(of roles: Set<String>, in province: Province, county: Int64?, in snapshot: borrowing Snapshot) throws -> Vacancy? {
    var (rung, since): (Set<String>, JalaliDay?) = (roles, nil)
    while true {
      guard case .vacant(let begun) = try attendance(rung, province, county, snapshot) else { return nil }
      since = [since, begun].compactMap(\.self).max()
      rung = RoleLadder.above(rung)
      guard !rung.isEmpty else { return nil }
      let isAsker = snapshot.principal.grants.contains { grant in
        rung.contains(grant.role) && (grant.scope == .nation || grant.scope == .province(province.code))
      }
      if isAsker {
        return Vacancy(since: since, shownSince: try shownSince(province, snapshot), advice: SuperiorsProvider.advice)
      }
    }
  }

  private enum Attendance {
    case attended
    /// Since this day; nil where nobody ever was there.
    case vacant(JalaliDay?)
  }

  /// Whether somebody with one of the roles in a place is there today, or somebody acts for them.
  private func attendance(_ roles: Set<String>, _ province: Province, _ county: Int64?, _ snapshot: borrowing Snapshot) throws -> Attendance
  {
    let posts = try snapshot.rows(
      """
      SELECT p.role, p.valid_until,
        (SELECT min(l.first_day) FROM accounts_leave l WHERE l.staff = p.staff AND l.first_day <= ?1 AND l.last_day >= ?1),
        (SELECT max(a.last_day) FROM accounts_absence a JOIN accounts_staff s ON s.id = a.acting AND s.is_disabled = 0
          WHERE a.staff = p.staff AND a.first_day <= ?1 AND NOT EXISTS (
            SELECT 1 FROM accounts_leave l WHERE l.staff = a.acting AND l.first_day <= ?1 AND l.last_day >= ?1)),
        f.is_disabled
      FROM accounts_post p JOIN accounts_staff f ON f.id = p.staff
      WHERE p.province = ?2 AND (p.county IS NULL OR p.county = ?3) AND p.valid_from <= ?1
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, snapshot.day, province, county ?? 0)
    var since: Int64?
    for post in posts where post[0].string.map(roles.contains) == true {
      let (acted, away) = (post[3].integer, post[2].integer)
      var end = post[1].integer.map { $0 + 1 } ?? .max
      if end > snapshot.day.number, post[4].integer == 0 {
        guard let away, acted ?? 0 < snapshot.day.number else { return .attended }
        end = max(away, (acted ?? away - 1) + 1)
      }
      // When an account was closed is not known here; then the work's own day counts.
      if end <= snapshot.day.number { since = max(since ?? end, end) }
    }
    return .vacant(since.map { JalaliDay(number: Int($0)) })
  }

  /// The newest day from which on so many whole working days have passed.
  private func shownSince(_ province: Province, _ snapshot: borrowing Snapshot) throws -> JalaliDay {
    let calendar = try snapshot.workCalendar(of: province)
    let parameters = try snapshot.parameters(of: UnattendedTask.self, in: province)
    var (day, passed) = (snapshot.day, 0)
    for _ in 0..<SuperiorsProvider.mostDays {
      day = day.adding(days: -1)
      if UnattendedTask.objections(to: .init(workingDays: passed), under: parameters, on: snapshot.day).isEmpty { return day }
      if calendar.isWorking(day) { passed += 1 }
    }
    return day
  }
}
