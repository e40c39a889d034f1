import Contracts
import Feature

/// Who administers the system at the national office.
enum NationalAdministrators {
  /// Whether somebody else does, or did within a week: whoever sends the other one away is not alone by that.
  ///
  /// - Parameter people: as the ledger names them.
  static func hadOthers(than people: [String], in work: borrowing Transaction) throws -> Bool {
    try StaffDirectoryProvider().hadOthers(
      than: people, holding: [Role.nationalAdmin.id], since: work.day.adding(days: -Role.daysUntilAlone), in: work.snapshot)
  }
}

/// Somebody at the national office administers the system, without an end that is set already: nobody else could give the
/// last one the post back.
enum LastAdministrator {
  /// - Throws: `Refusal.conflict` when this account is the only open one with a lasting post of a national administrator.
  static func requireAnother(than staff: ID<StaffEntity>, in work: borrowing Transaction) throws {
    let posts = try lastingPosts(in: work)
    if !posts.isEmpty, posts.allSatisfy({ $0.staff == staff.raw }) { throw refusal }
  }

  /// - Throws: `Refusal.conflict` when this post is the only lasting one of a national administrator.
  static func requireAnother(than post: ID<PostEntity>, in work: borrowing Transaction) throws {
    if try lastingPosts(in: work).map(\.post) == [post.raw] { throw refusal }
  }

  /// Confirmed posts without an end, of open accounts.
  private static func lastingPosts(in work: borrowing Transaction) throws -> [(post: Int64, staff: Int64)] {
    try work.rows(
      """
      SELECT p.id, p.staff FROM accounts_post p JOIN accounts_staff f ON f.id = p.staff
      WHERE p.role = ? AND p.province IS NULL AND p.valid_from <= ? AND p.valid_until IS NULL AND f.is_disabled = 0
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, Role.nationalAdmin.id, work.day
    ).compactMap { row in
      guard let post = row[0].integer, let staff = row[1].integer else { return nil }
      return (post, staff)
    }
  }

  private static var refusal: Refusal {
    Refusal.conflict(
      "accounts.last-administrator",
      Texts(
        "این تنها مدیر سامانه در بهزیستی کشور است؛ نخست این سمت را به همکار دیگری بدهید (accounts assign-post).",
        "This is the only administrator of the national office; give the post to another colleague first (accounts assign-post)."))
  }
}
