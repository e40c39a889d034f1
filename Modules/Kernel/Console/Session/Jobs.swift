import Engine
import Values

/// `jobs`, `jobs show 42 [--follow]`, `jobs cancel 42`: long work of a server, which goes on without the console.
struct JobsCall {
  enum Wish: Equatable { case list, show(Int64), follow(Int64), cancel(Int64) }

  let wish: Wish

  init(_ wish: Wish) { self.wish = wish }

  /// Nil for words that are about something else.
  ///
  /// - Throws: `Refusal` of kind `malformed`, code `console.jobs`.
  init?(_ words: [Word]) throws {
    guard words.first?.whole == "jobs" else { return nil }
    let rest = words.dropFirst().map(\.whole)
    let number = rest.count > 1 ? TypedText.wholeNumber(rest[1]) : nil
    switch (rest.first, number, rest.dropFirst(2).first) {
    case (nil, _, _): wish = .list
    case ("show", let id?, nil): wish = .show(id)
    case ("show", let id?, "--follow") where rest.count == 3: wish = .follow(id)
    case ("cancel", let id?, nil): wish = .cancel(id)
    default:
      throw Refusal.console("jobs", "jobs، jobs show شماره [--follow]، jobs cancel شماره", "jobs, jobs show ID [--follow], jobs cancel ID")
    }
  }
}

extension ConsoleSession {
  func run(_ jobs: JobsCall, isJSON: Bool) throws {
    switch jobs.wish {
    case .list:
      let items = try client.jobs()
      lastAnswer = .list(items)
      guard !isJSON, !mode.isJSON else { return show(.list(items), isJSON: isJSON) }
      let told = ["id", "work", "state", "done", "total", "startedAt", "endedAt"]
      show(job: .list(items.map { item in .object(told.map { .init($0, item[$0] ?? .null) }) }), isJSON: false)
    case .show(let id): show(job: try client.job(id), isJSON: isJSON)
    case .follow(let id): try follow(id, isJSON: isJSON)
    case .cancel(let id): show(job: try client.cancelJob(id), isJSON: isJSON)
    }
  }

  /// One job, or several: for people in their words.
  private func show(job: Value, isJSON: Bool) {
    guard mode.isForPeople, !isJSON else { return show(job, isJSON: isJSON) }
    show(Labelling(language: language).labelled(job, by: Job.fields.map { FieldEntry($0) }))
  }

  /// Shows how far the job is until it has ended; Ctrl-C leaves it running.
  private func follow(_ id: Int64, isJSON: Bool) throws {
    var job = try client.job(id)
    var progress = Progress(total: job["total"]?.integer.map(Int.init))
    defer { tell(progress.end()) }
    while ["waiting", "running"].contains(job["state"]?.string ?? "") {
      tell(progress.step(Int(clamping: job["done"]?.integer ?? 0)))
      guard io.pause(seconds: 1) else {
        tell("کار در کارگزار ادامه دارد", "the job goes on")
        break
      }
      job = try client.job(id)
    }
    tell(progress.end())
    show(job: job, isJSON: isJSON)
  }
}

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
