/// How far long work has come: done/total, rate, time left; one line on a terminal that is drawn over.
public struct Progress: Sendable {
  private let total: Int?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var isShown = false

  /// - Parameter total: nil where nobody knows.
  public init(total: Int?) {
    self.total = total
    start = clock.now
    // What is done at once needs no line.
    shown = start + .milliseconds(400)
  }

  /// - Returns: what to draw; nil most of the time.
  public mutating func step(_ done: Int) -> String? {
    let now = clock.now
    guard now - shown > .milliseconds(100) else { return nil }
    (shown, isShown) = (now, true)
    return "\r\u{1B}[K" + Progress.line(done, total, after: now - start)
  }

  /// - Returns: what takes the line away; nil where there is none.
  public mutating func end() -> String? {
    defer { isShown = false }
    return isShown ? "\r\u{1B}[K" : nil
  }

  /// `1500/13000 · 900/s · 13 s left`.
  static func line(_ done: Int, _ total: Int?, after elapsed: Duration) -> String {
    let seconds = max(1, elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)
    let rate = Int64(done) * 1000 / seconds
    var parts = [total.map { "\(done)/\($0)" } ?? "\(done)", "\(rate)/s"]
    if let total, rate > 0, total > done { parts.append("\(Int64(total - done) / rate) s left") }
    return parts.joined(separator: " · ")
  }
}
