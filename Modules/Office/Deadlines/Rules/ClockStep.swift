public import Jalali
public import Rules
public import Values

/// A running clock may be stopped until its last day, and only a stopped one runs again.
public struct ClockStep: Rule {
  public static let id = "deadlines.clock-step"
  public static let texts = Texts(
    "مهلت در جریان را تا آخرین روز می‌توان ایستاند؛ تنها مهلت ایستاده دوباره راه می‌افتد.",
    "A running clock may be stopped until its last day; only a stopped one runs again.")
  public static let source = Citation(
    "D", "تا نامه نزد مرجع دیگر است مهلت می‌ایستد و تأخیر به نام آن مرجع نوشته می‌شود",
    "while an agency holds the letter the clock stands still, and the delay is booked to that agency")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var state: DeadlineState
    public var due: JalaliDay
    public var isStopping: Bool
  }

  public enum Objection: RuleObjection {
    case notRunning(DeadlineState)
    case notStopped(DeadlineState)
    case over

    public var code: String {
      switch self {
      case .notRunning: "deadlines.not-running"
      case .notStopped: "deadlines.not-stopped"
      case .over: "deadlines.over"
      }
    }

    public var texts: Texts {
      switch self {
      case .notRunning(let state):
        Texts("این مهلت در جریان نیست (\(state.texts.fa)).", "This deadline is not running (\(state.texts.en)).")
      case .notStopped(let state):
        Texts("این مهلت ایستاده نیست (\(state.texts.fa)).", "This deadline is not stopped (\(state.texts.en)).")
      case .over: Texts("آخرین روز این مهلت گذشته است.", "The last day of this deadline has passed.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.isStopping else { return facts.state == .stopped ? [] : [.notStopped(facts.state)] }
    guard facts.state == .open else { return [.notRunning(facts.state)] }
    return facts.due < day ? [.over] : []
  }
}
