extension Connection {
  enum Overdue {
    /// Ends without a word.
    case cut
    /// Ends with 408.
    case requestTimeout
  }

  /// Notes what the connection waits for now; a wait that goes on keeps its beginning.
  func waits(for next: Awaited, at now: Nanoseconds) {
    guard next != awaited else { return }
    awaited = next
    waitingSince = now
  }

  /// Which limit the connection has run over, if any.
  func overdue(at now: Nanoseconds, _ limits: HTTPLimits) -> Overdue? {
    func passed(_ seconds: Double, since start: Nanoseconds) -> Bool { now > start + seconds.nanoseconds }
    switch stage {
    case .lingering(let end): return now > end ? .cut : nil
    case .closed: return nil
    case .serving, .lastAnswers: break
    }
    if unsent > 0 { return passed(limits.writeSeconds, since: lastSent) ? .cut : nil }
    guard isServing, !owesContinue else { return nil }
    switch awaited {
    case .nothing: return nil
    case .request:
      let patience = requestsTaken == 0 ? limits.headSeconds : limits.idleSeconds
      return pending.isEmpty && passed(patience, since: waitingSince) ? .cut : nil
    case .restOfHead: return passed(limits.headSeconds, since: waitingSince) ? .requestTimeout : nil
    case .restOfBody:
      let earned = Double(parser.body.count / max(1, limits.bodyOctetsPerExtraSecond))
      return passed(limits.bodySeconds + earned, since: waitingSince) ? .requestTimeout : nil
    }
  }
}
