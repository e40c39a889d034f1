import Persian

/// A deadline while it is being counted: where the count stands and what has been said about it.
struct DeadlineCount {
  private static let longest = 36_600

  private let start: JalaliDay
  private let days: Int
  private let calendar: WorkCalendar
  private var day: JalaliDay
  private var steps: [DeadlineStep] = []
  private var warnings: [DeadlineWarning] = []
  private var metEstimate = false

  init(start: JalaliDay, days: Int, calendar: WorkCalendar) {
    self.start = start
    self.days = min(max(days, 0), Self.longest)
    self.calendar = calendar
    day = start
    if self.days != days {
      warn(
        "deadline.days-out-of-range", "شمار روزها باید میان ۰ و ۳۶۶۰۰ باشد؛ \(PersianText.persianDigits(self.days)) به کار رفت",
        "The number of days must lie between 0 and 36600: \(self.days) was used")
    }
    say(
      start, "روز آغاز (\(start.longText)) شمرده نمی‌شود", "The day it starts from (\(start.longTextEn)) does not count")
  }

  mutating func countCalendarDays() {
    countDays()
    guard !calendar.isWorking(day) else { return }
    warn(
      "deadline.ends-on-closed-day", "آخرین روز (\(day.longText)) تعطیل است: \(reason.fa)",
      "Offices are closed on the last day (\(day.longTextEn)): \(reason.en)")
  }

  mutating func countWorkingDays() {
    var left = days
    var closed = 0
    while left > 0, day < .latest {
      day = day.adding(days: 1)
      if calendar.isWorking(day) {
        left -= 1
      } else {
        closed += 1
        noteEstimate()
      }
    }
    say(
      day, "\(PersianText.persianDigits(days)) روز کاری تا \(day.longText)؛ \(PersianText.persianDigits(closed)) روز تعطیل شمرده نشد",
      "\(days) working days up to \(day.longTextEn); \(closed) closed days did not count")
    if days == 0 { rollForward(fa: "", en: "") }
  }

  mutating func countLegally() {
    countDays()
    day = day.adding(days: 1)
    say(
      day, "روز اقدام نیز شمرده نمی‌شود (مادهٔ ۴۴۵)؛ آخرین روز \(day.longText)",
      "Nor does the day of action count (art. 445): the last day is \(day.longTextEn)")
    rollForward(fa: " (مادهٔ ۴۴۴)", en: " (art. 444)")
  }

  consuming func finished() -> Deadline {
    say(day, "پایان مهلت: \(day.longText)", "The time limit ends on \(day.longTextEn)")
    if !calendar.knows(start) || !calendar.knows(day) {
      let years = calendar.loadedYears
      warn(
        "deadline.holidays-unknown",
        "تعطیلات تنها برای سال‌های \(PersianText.persianDigits(years.lowerBound)) تا \(PersianText.persianDigits(years.upperBound)) وارد شده است؛ "
          + "این مهلت از آن بیرون می‌رود و باید بازبینی شود",
        "Holidays are entered for \(years.lowerBound) to \(years.upperBound) only: "
          + "this time limit goes beyond them and must be checked again")
    }
    if metEstimate || calendar.holiday(on: day)?.isEstimated == true {
      warn(
        "deadline.estimated-holiday", "شمارش به تعطیلی‌ای تکیه دارد که تاریخ آن هنوز تخمینی است",
        "The count rests on a holiday whose date is still an estimate")
    }
    return Deadline(day: day, steps: steps, warnings: warnings)
  }

  private mutating func countDays() {
    day = start.adding(days: days)
    guard days > 0 else { return }
    let first = start.adding(days: 1)
    say(
      day, "\(PersianText.persianDigits(days)) روز: از \(first.longText) تا \(day.longText)",
      "\(days) days: from \(first.longTextEn) to \(day.longTextEn)")
  }

  /// Goes on to an open day and says why each closed one was passed.
  private mutating func rollForward(fa: String, en: String) {
    while !calendar.isWorking(day), day < .latest {
      noteEstimate()
      say(
        day, "\(day.longText) تعطیل است: \(reason.fa)؛ به روز بعد می‌رود\(fa)",
        "Offices are closed on \(day.longTextEn): \(reason.en); it moves to the next day\(en)")
      day = day.adding(days: 1)
    }
  }

  /// Why offices are closed on the day the count stands at.
  private var reason: (fa: String, en: String) {
    if let holiday = calendar.holiday(on: day) { return (holiday.fa, holiday.en) }
    return ("تعطیل هفتگی", "weekend")
  }

  private mutating func noteEstimate() {
    let isWeekend = calendar.weekend.contains(day.weekday)
    if !isWeekend, calendar.holiday(on: day)?.isEstimated == true { metEstimate = true }
  }

  private mutating func say(_ day: JalaliDay, _ fa: String, _ en: String) {
    steps.append(DeadlineStep(day: day, fa: fa, en: en))
  }

  private mutating func warn(_ code: String, _ fa: String, _ en: String) {
    warnings.append(DeadlineWarning(code: code, fa: fa, en: en))
  }
}
