import Contracts
import Feature

/// A running clock may be stopped, and only a stopped one runs again; it ends when the thing is done or its day has passed.
struct DeadlineLifecycle: StateMachine {
  typealias Subject = DeadlineEntity
  static let id = "deadlines.clock-step"
  static let version = 2
  static let objectionCode = "deadlines.not-a-clock-step"
  static let texts = Texts(
    "مهلت در جریان را می‌توان ایستاند؛ تنها مهلت ایستاده دوباره راه می‌افتد.",
    "A running deadline may be stopped; only a stopped one runs again.")
  static let source = Citation(
    "D", "تا نامه نزد مرجع دیگر است مهلت می‌ایستد و تأخیر به نام آن مرجع نوشته می‌شود",
    "while an agency holds the letter the clock stands still, and the delay is booked to that agency")
  static let transitions: [Transition<DeadlineState, DeadlineMove>] = [
    .init(.stop, from: [.open], to: .stopped, by: StopClock.self, role: .exceptional),
    .init(.resume, from: [.stopped], to: .open, by: ResumeClock.self),
    .init(.meet, from: [.open, .stopped], to: .met),
    .init(.miss, from: [.open], to: .missed),
  ]
}

/// What happens to a deadline.
enum DeadlineMove: String, Choice {
  case stop, resume, meet, miss

  var texts: Texts {
    switch self {
    case .stop: Texts("ایستاندن", "stopping")
    case .resume: Texts("راه‌انداختن", "resuming")
    case .meet: Texts("انجام کار", "meeting it")
    case .miss: Texts("گذشتن آخرین روز", "passing its last day")
    }
  }
}

/// A deadline may be stopped until its last day.
struct ClockStopInTime: Rule {
  static let id = "deadlines.clock-stop"
  static let texts = Texts("مهلت را تا آخرین روز آن می‌توان ایستاند.", "A deadline may be stopped until its last day.")
  static let source = DeadlineLifecycle.source

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable { var due: JalaliDay }

  enum Objection: RuleObjection {
    case over

    var code: String { "deadlines.over" }
    var texts: Texts { Texts("آخرین روز این مهلت گذشته است.", "The last day of this deadline has passed.") }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.due < day ? [.over] : []
  }
}

/// Whoever answers for a time limit is reminded before its end; after its last day it is missed.
struct DeadlineWarnings: Rule {
  static let id = "deadlines.deadline-warnings"
  static let texts = Texts(
    "پیش از پایان هر مهلت به مسئول آن یادآوری می‌شود و پس از آخرین روز، مهلت گذشته است.",
    "Whoever answers for a deadline is reminded before its end; after its last day it is missed.")
  static let source = Citation(
    "S2", "کردستان: انتخاب محله ظرف ۱۵ روز؛ هشدار پیش از پایان",
    "Kurdistan: the choice within 15 days; warnings before the end")
  static let parameters = [
    Parameter(
      "daysBefore", [7, 3, 1], "چند روز پیش از پایان", "how many days before the end", unit: ("روز", "days"), within: 0...365,
      entries: 1...10),
    Parameter("roles", ["prevention.officer"], "به چه سمت‌هایی", "to which roles", entries: 1...5, among: Set(Role.all.map(\.id))),
  ]

  struct Parameters: Codable, Sendable {
    var daysBefore: [Int]
    var roles: [String]
  }

  struct Facts: Codable, Sendable {
    var due: JalaliDay
  }

  enum Objection: RuleObjection {
    case missed
    case near(daysLeft: Int, threshold: Int)

    var code: String {
      switch self {
      case .missed: "deadlines.missed"
      case .near: "deadlines.near"
      }
    }

    var texts: Texts {
      switch self {
      case .missed: Texts("مهلت گذشته است.", "The deadline has passed.")
      case .near(let days, _): Texts("\(days) روز تا پایان مهلت مانده است.", "\(days) days are left.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let left = facts.due.number - day.number
    guard left >= 0 else { return [.missed] }
    guard let threshold = parameters.daysBefore.filter({ $0 >= left }).min() else { return [] }
    return [.near(daysLeft: left, threshold: threshold)]
  }
}
