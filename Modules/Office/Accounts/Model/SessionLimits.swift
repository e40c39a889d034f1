import Contracts
import Feature

/// ASVS 5.0 7.3.1-2: idle and absolute limits of a session, in microseconds.
enum SessionLimits {
  static let idle: Int64 = 30 * 60 * 1_000_000
  static let absolute: Int64 = 12 * 60 * 60 * 1_000_000
  /// How often the idle clock is written at most.
  static let touch: Int64 = 60 * 1_000_000
  /// Failed attempts before a pause, and the longest pause.
  static let freeAttempts = 5
  static let longestPause: Int64 = 15 * 60 * 1_000_000
  /// So long after the last pause earlier failures count no more.
  static let forgetting: Int64 = 24 * 60 * 60 * 1_000_000

  /// The pause after so many failures: one second, doubling.
  static func pause(after failures: Int) -> Int64 {
    guard failures >= freeAttempts else { return 0 }
    let doublings = min(failures - freeAttempts, 12)
    return min(longestPause, 1_000_000 << Int64(doublings))
  }
}
