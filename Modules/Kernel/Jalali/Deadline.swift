/// How the days of a time limit are counted. The day it starts from never counts.
public enum DeadlineRule: String, CaseIterable, Sendable, Hashable, Codable {
  /// Every day counts; the last day stands even if offices are closed on it.
  case calendar
  /// Only days on which offices are open count.
  case working
  /// Civil Procedure Code: neither the day of notification nor the day of action counts (art. 445), and a last
  /// day on which offices are closed gives way to the next open day (art. 444).
  case legal

  /// What the rule is called in Persian.
  public var fa: String {
    switch self {
    case .calendar: "روز تقویمی"
    case .working: "روز کاری"
    case .legal: "مهلت قانونی (آیین دادرسی مدنی، مواد ۴۴۴ و ۴۴۵)"
    }
  }

  /// What the rule is called in English.
  public var en: String {
    switch self {
    case .calendar: "calendar days"
    case .working: "working days"
    case .legal: "legal time limit (Civil Procedure Code, arts. 444 and 445)"
    }
  }
}

/// The last day of a time limit, with the way it was reached.
public struct Deadline: Sendable, Hashable {
  /// The last day on which the thing can still be done.
  public let day: JalaliDay
  /// How it was counted, in order; enough for a letter that explains it.
  public let steps: [DeadlineStep]
  /// What the reader must not take for granted, for example holidays not entered yet.
  public let warnings: [DeadlineWarning]
}

/// One step of the count, to be shown to the person it concerns.
public struct DeadlineStep: Sendable, Hashable {
  /// The day the step speaks of; nil where it speaks of none.
  public let day: JalaliDay?
  /// The step in Persian.
  public let fa: String
  /// The step in English.
  public let en: String
}

/// Something to check before a last day is relied on. The day is given all the same.
public struct DeadlineWarning: Sendable, Hashable {
  /// `deadline.holidays-unknown`, `deadline.estimated-holiday`, `deadline.ends-on-closed-day` or
  /// `deadline.days-out-of-range`.
  public let code: String
  /// What to check, in Persian.
  public let fa: String
  /// What to check, in English.
  public let en: String
}

/// The last day of a time limit of so many days that starts from `start`.
///
/// `days` is taken between 0 and 36,600 (a warning says when it was not); months are not days: use
/// `JalaliDay.adding(months:)`.
public func deadline(
  from start: JalaliDay, days: Int, rule: DeadlineRule, calendar: WorkCalendar
) -> Deadline {
  var count = DeadlineCount(start: start, days: days, calendar: calendar)
  switch rule {
  case .calendar: count.countCalendarDays()
  case .working: count.countWorkingDays()
  case .legal: count.countLegally()
  }
  return count.finished()
}
