import Contracts
import Feature

/// Slows guessing down, per account and per address, without ever locking anybody out for good (ASVS 6.3.1). An address from
/// which the holder signed in before has a count of its own for that account: guesses from elsewhere do not slow it down.
enum LoginPause {
  private static func subjects(_ user: String, _ host: String, in snapshot: borrowing Snapshot) throws -> [Bytes] {
    let account = try subject(of: user, host, in: snapshot)
    guard !host.isEmpty else { return [account] }
    return [account, snapshot.blindIndex("from:\(host)", "accounts.throttle")]
  }

  private static func subject(of user: String, _ host: String, in snapshot: borrowing Snapshot) throws -> Bytes {
    let user = user.lowercased()
    let isKnown = try snapshot.count(
      """
      SELECT EXISTS (SELECT 1 FROM accounts_staff f CROSS JOIN accounts_session s ON s.staff = f.id
        CROSS JOIN accounts_session_origin o ON o.session = s.id AND o.host = ? WHERE f.user_name = ?)
      """, host, user)
    return snapshot.blindIndex(isKnown == 1 ? "user:\(user)@\(host)" : "user:\(user)", "accounts.throttle")
  }

  /// - Throws: `Refusal` 429 with the seconds to wait.
  static func check(_ user: String, in snapshot: borrowing Snapshot) throws {
    for (index, subject) in try subjects(user, snapshot.host, in: snapshot).enumerated() {
      guard let row = try snapshot.first(Throttle.self, "subject = ?", subject) else { continue }
      let wait = row.pausedUntil - snapshot.micros
      if wait > 0, wait <= length(row, index) { throw refusal(wait) }
    }
  }

  /// The same for whoever may write: after the clock was set back a pause begins anew. It would be over too early, or
  /// keep somebody out for ever.
  static func admit(_ user: String, in work: borrowing Transaction) throws {
    try check(user, in: work.snapshot)
    for (index, subject) in try subjects(user, work.host, in: work.snapshot).enumerated() {
      guard let row = try work.first(Throttle.self, "subject = ?", subject) else { continue }
      let pause = length(row, index)
      guard pause > 0, row.pausedUntil - work.micros > pause else { continue }
      work.persistOnRefusal { work in
        guard var row = try work.first(Throttle.self, "subject = ?", subject) else { return }
        row.pausedUntil = work.micros + pause
        try work.update(row)
      }
      throw refusal(pause)
    }
  }

  private static func refusal(_ wait: Int64) -> Refusal {
    let seconds = Int((wait + 999_999) / 1_000_000)
    return Refusal(
      .tooMany, "login.pause",
      Texts("پس از \(seconds) ثانیه دوباره تلاش کنید.", "Try again after \(seconds) seconds."), retryAfter: seconds)
  }

  /// Many people may share one address: it is given ten times the patience.
  private static func length(_ row: Throttle, _ index: Int) -> Int64 {
    SessionLimits.pause(after: index == 0 ? row.failures : row.failures / 10)
  }

  /// Counts a failure; a day without one forgets the earlier ones.
  static func count(_ user: String, in work: borrowing Transaction) throws {
    for (index, subject) in try subjects(user, work.host, in: work.snapshot).enumerated() {
      var row = try work.first(Throttle.self, "subject = ?", subject) ?? Throttle(subject: subject, failures: 0, pausedUntil: 0)
      if work.micros - row.pausedUntil > SessionLimits.forgetting { row.failures = 0 }
      row.failures += 1
      row.pausedUntil = work.micros + length(row, index)
      if row.id.raw == 0 { try work.insert(row) } else { try work.update(row) }
    }
  }

  static func clear(_ user: String, in work: borrowing Transaction) throws {
    let account = try subject(of: user, work.host, in: work.snapshot)
    guard var row = try work.first(Throttle.self, "subject = ?", account), row.failures > 0 else { return }
    row.failures = 0
    row.pausedUntil = 0
    try work.update(row)
  }
}
