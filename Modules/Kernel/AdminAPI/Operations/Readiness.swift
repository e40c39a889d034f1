import HTTP
import Engine
import Synchronization
import Values

/// `/readyz`: whether writing works now. A test write reaches the disk, so it is made at most once a second.
final class Readiness: Sendable {
  /// Below this, the store stops taking work before the disk is full.
  static let leastFreeBytes: Int64 = 64 << 20
  private static let second: UInt64 = 1_000_000_000

  private struct State {
    var last: (pulse: Pulse, at: UInt64)?
    var testingSince: UInt64?
    var waiting: [@Sendable (Pulse) -> Void] = []
  }

  private let state = Mutex(State())

  /// Gives what a test write within the last second found, or makes one.
  func pulse(of runtime: Runtime, reply: @escaping @Sendable (Pulse) -> Void) {
    let now = monotonicNow()
    enum Step { case known(Pulse), wait, test }
    let step = state.withLock { state -> Step in
      if let last = state.last, now &- last.at < Readiness.second { return .known(last.pulse) }
      if let since = state.testingSince {
        // A writer that does not come back within two seconds is not ready.
        if now &- since > 2 * Readiness.second { return .known(Pulse(isWritable: false, isPublished: false)) }
        state.waiting.append(reply)
        return .wait
      }
      state.testingSince = now
      state.waiting.append(reply)
      return .test
    }
    switch step {
    case .known(let pulse): reply(pulse)
    case .wait: break
    case .test: runtime.pulse { [self] in settle($0) }
    }
  }

  private func settle(_ pulse: Pulse) {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.last = (pulse, monotonicNow())
      state.testingSince = nil
      return state.waiting
    }
    for reply in waiting { reply(pulse) }
  }

  static func response(_ pulse: Pulse, _ nights: NightStatus, hasAllMigrations: Bool, freeBytes: Int64, _ id: String) -> HTTPResponse {
    let checks: [(name: String, isGood: Bool, texts: Texts)] = [
      ("write", pulse.isWritable, Texts("نوشتن آزمایشی نشد.", "A test write failed.")),
      ("ledger", pulse.isPublished, Texts("سر دفتر منتشر نشده است.", "The ledger's head is not published.")),
      ("migrations", hasAllMigrations, Texts("ساختار پایگاه کامل نیست.", "The schema is not complete.")),
      ("clock", nights.clock == nil, nights.clock ?? Texts("", "")),
      // A single row that was set aside is no reason to send people elsewhere.
      ("nights", !nights.isHeld && !nights.isBroken, nights.alerts.first ?? Texts("", "")),
      ("disk", freeBytes >= leastFreeBytes, Texts("فضای دیسک کم است.", "There is little room left on the disk.")),
    ]
    let bad = checks.filter { !$0.isGood }
    guard bad.isEmpty else {
      return Problem.response(
        Refusal(
          .unavailable, "not-ready", Texts("سامانه آماده نیست.", "The server is not ready."),
          faults: bad.map { FieldFault("", "not-ready.\($0.name)", $0.texts) }, retryAfter: 1), request: id)
    }
    let body = Value.record([
      "status": "ready", "checks": .object(checks.map { .init($0.name, "ok") }), "freeDiskBytes": .int(freeBytes),
    ])
    return Problem.json(200, body, request: id)
  }
}
