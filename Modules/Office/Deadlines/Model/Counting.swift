import Contracts
import Feature

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
        fa: "از \(stop.longText) تا \(day.longText) ایستاده بود؛ \(left) روز مانده از آن پس شمرده شد: \(due.longText)",
        en:
          "It stood still from \(stop.longTextEn) to \(day.longTextEn); the \(left) days left end on \(due.longTextEn)")
    )
  }
}
