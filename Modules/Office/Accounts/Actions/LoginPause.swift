import Registry
import Values

/// Slows guessing down, per account and per address, without ever locking anybody out for good (ASVS 6.3.1).
enum LoginPause {
  private static func subjects(_ user: String, _ host: String, in look: borrowing Look) -> [Bytes] {
    let account = look.blindIndex("user:\(user.lowercased())", "accounts.throttle")
    guard !host.isEmpty else { return [account] }
    return [account, look.blindIndex("from:\(host)", "accounts.throttle")]
  }

  /// - Throws: `Refusal` 429 with the seconds to wait.
  static func check(_ user: String, in look: borrowing Look) throws {
    for subject in subjects(user, look.host, in: look) {
      guard let pause = try look.first(Throttle.self, "subject = ?", subject) else { continue }
      let wait = pause.pausedUntil - look.micros
      // A clock that was set back must not lock anybody out for ever.
      guard wait > 0, wait <= SessionLimits.longestPause else { continue }
      let seconds = Int((wait + 999_999) / 1_000_000)
      throw Refusal(
        .tooMany, "login.pause",
        Texts("پس از \(seconds) ثانیه دوباره تلاش کنید.", "Try again after \(seconds) seconds."), retryAfter: seconds)
    }
  }

  /// Counts a failure; a day without one forgets the earlier ones.
  static func count(_ user: String, in work: borrowing UnitOfWork) throws {
    for (index, subject) in subjects(user, work.host, in: work.look).enumerated() {
      var row = try work.first(Throttle.self, "subject = ?", subject) ?? Throttle(subject: subject, failures: 0, pausedUntil: 0)
      if work.micros - row.pausedUntil > SessionLimits.forgetting { row.failures = 0 }
      row.failures += 1
      // Many people may share one address: it is given ten times the patience.
      row.pausedUntil = work.micros + SessionLimits.pause(after: index == 0 ? row.failures : row.failures / 10)
      if row.id.raw == 0 { try work.insert(row) } else { try work.update(row) }
    }
  }

  static func clear(_ user: String, in work: borrowing UnitOfWork) throws {
    let account = work.blindIndex("user:\(user.lowercased())", "accounts.throttle")
    guard var row = try work.first(Throttle.self, "subject = ?", account), row.failures > 0 else { return }
    row.failures = 0
    row.pausedUntil = 0
    try work.update(row)
  }
}
