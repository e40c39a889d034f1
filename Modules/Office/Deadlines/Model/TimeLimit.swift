import Contracts
import Feature

/// A time limit that somebody's work stands under, with the way its last day was counted.
struct TimeLimit: ProvincialRecord, StatefulRecord {
  typealias Of = DeadlineEntity
  typealias Machine = DeadlineLifecycle
  static let table = Table("deadlines_deadline", reach: .province, seenWith: ["object"])

  var id = ID<DeadlineEntity>(0)
  var rev = 0
  var province: Province
  /// `module.what`; one running deadline of a kind per object.
  var kind: String
  /// As in the ledger, `mobilisation.clinic/3`.
  var object: ThingName
  var textFa: String
  var textEn: String
  var startsOn: JalaliDay
  var days: Int
  var rule: DeadlineRule
  var due: JalaliDay
  var steps: [CountStep]
  var state: DeadlineState
  var stoppedOn: JalaliDay?
  var metOn: JalaliDay?
  /// The last night that looked at it.
  var evaluatedOn: JalaliDay?
  /// The next night on which something is to be said or settled; nil when nothing will be.
  var nextCheck: JalaliDay?
}

/// One line of the count or of what must not be taken for granted about it.
struct CountStep: Codable, Sendable {
  var day: JalaliDay?
  var fa: String
  var en: String

  init(day: JalaliDay?, fa: String, en: String) {
    self.day = day
    self.fa = fa
    self.en = en
  }
}

enum DeadlineState: String, Choice {
  case open, stopped, met, missed

  var texts: Texts {
    switch self {
    case .open: Texts("در جریان", "open")
    case .stopped: Texts("ایستاده", "stopped")
    case .met: Texts("انجام‌شده", "met")
    case .missed: Texts("گذشته", "missed")
    }
  }
}

extension TimeLimit {
  /// The next day, from `first` on, on which a warning falls or the limit has passed.
  func check(from first: JalaliDay, daysBefore: [Int]) -> JalaliDay {
    let warnings = daysBefore.map { due.adding(days: -max(0, $0)) }.filter { $0 >= first && $0 <= due }
    return warnings.min() ?? max(due.adding(days: 1), first)
  }
}

extension [CountStep] {
  init(_ count: Deadline) {
    self =
      count.steps.map { CountStep(day: $0.day, fa: $0.fa, en: $0.en) }
      + count.warnings.map { CountStep(day: nil, fa: $0.fa, en: $0.en) }
  }
}

extension TimeLimit {
  /// Days of the limit that were left when the clock stood still, in the days its rule counts.
  func remaining(on stop: JalaliDay, _ calendar: WorkCalendar) -> Int {
    guard stop < due else { return 0 }
    guard rule == .working else { return due.number - stop.number }
    return (stop.number + 1...due.number).count { calendar.isWorking(JalaliDay(number: $0)) }
  }

  /// Sets the last day anew: the days that were left, counted from the day the clock runs again.
  mutating func runAgain(on day: JalaliDay, stopped stop: JalaliDay, _ calendar: WorkCalendar) {
    let left = remaining(on: stop, calendar)
    switch rule {
    case .calendar: due = day.adding(days: left)
    case .working:
      due = left == 0 ? day : Jalali.deadline(from: day, days: left, rule: .working, calendar: calendar).day
    case .legal: due = calendar.nextWorkingDay(onOrAfter: day.adding(days: left))
    }
    steps.append(
      CountStep(
        day: due,
        fa:
          "از \(stop.longText) تا \(day.longText) ایستاده بود؛ \(PersianText.persianDigits(left)) روز مانده از آن پس شمرده شد: \(due.longText)",
        en:
          "It stood still from \(stop.longTextEn) to \(day.longTextEn); \(left == 1 ? "the one day" : "the \(left) days") left end on \(due.longTextEn)"
      )
    )
  }
}

extension TimeLimit {
  /// Moves the last day on, counted from the last day by the rule of this clock. One that stands still has so many more left.
  mutating func extend(by more: Int, _ calendar: WorkCalendar) {
    let former = due
    let count = Jalali.deadline(from: due, days: more, rule: rule, calendar: calendar)
    days += more
    due = count.day
    let added = FigureText.counted(more, "روز", "day", "days")
    steps.append(
      CountStep(
        day: due, fa: "\(added.fa) از \(former.longText) به بعد افزوده شد: \(due.longText)",
        en: "\(added.en) more, counted from \(former.longTextEn), end on \(due.longTextEn)"))
  }
}

enum ClockStopEntity: Entity {
  static let object = "deadlines.stop"
  static let prefix: String? = "DS"
  static let texts = Texts("توقف مهلت", "stop of a deadline")
}

/// A time in which a deadline did not run because an outside body held the matter; its days are booked to that body.
struct ClockStop: ProvincialRecord {
  typealias Of = ClockStopEntity
  static let table = Table("deadlines_stop", reach: .province, seenWith: ["deadline"])

  var id = ID<ClockStopEntity>(0)
  var rev = 0
  var province: Province
  var deadline: ID<DeadlineEntity>
  var agency: String
  var reason: Personal<String>
  var stoppedOn: JalaliDay
  var resumedOn: JalaliDay?
  /// Days held, once it runs again.
  var days: Int?
}
