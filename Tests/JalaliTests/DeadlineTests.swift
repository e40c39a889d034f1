import Jalali
import Persian
import Testing

@Suite struct DeadlineTests {
  private let start: JalaliDay

  init() throws { start = try JalaliDay(1405, 5, 28) }

  @Test func `the worked example, counted legally, ends on Saturday 14 Shahrivar`() {
    let limit = deadline(from: start, days: 15, rule: .legal, calendar: .official)
    #expect(limit.day.text == "1405/06/14")
    #expect(limit.day.weekday == .saturday)
    #expect(limit.warnings.isEmpty)
    #expect(limit.steps.map { $0.day?.text } == ["1405/05/28", "1405/06/12", "1405/06/13", "1405/06/13", "1405/06/14"])
    #expect(limit.steps[3].fa.contains("مادهٔ ۴۴۴"))
    #expect(limit.steps[3].en.contains("weekend"))
    #expect(limit.steps.allSatisfy { !$0.fa.isEmpty && !$0.en.isEmpty })
  }

  @Test func `the same by calendar days ends on Thursday the 12th, and says that offices are closed`() {
    let limit = deadline(from: start, days: 15, rule: .calendar, calendar: .official)
    #expect(limit.day.text == "1405/06/12")
    #expect(limit.warnings.map(\.code) == ["deadline.ends-on-closed-day"])
  }

  @Test func `working days leave out weekends and holidays`() {
    // 31 Mordad, 1-4, 7, 9-11, 14-18, 21 Shahrivar: 8 Shahrivar is a holiday.
    let limit = deadline(from: start, days: 15, rule: .working, calendar: .official)
    #expect(limit.day.text == "1405/06/21")
    #expect(limit.steps.contains { $0.en.contains("9 closed days") })
    #expect(limit.warnings.isEmpty)
  }

  @Test func `a legal limit that ends before Nowruz goes on past the holidays`() throws {
    let limit = deadline(from: try JalaliDay(1404, 12, 17), days: 10, rule: .legal, calendar: .official)
    // 12/28 is a Thursday, 12/29 a Friday and a holiday, 01/01-01/04 are holidays.
    #expect(limit.day.text == "1405/01/05")
  }

  @Test func `a day beyond the years of the holidays gives a warning`() throws {
    let late = try JalaliDay(1406, 12, 20)
    for rule in DeadlineRule.allCases {
      let limit = deadline(from: late, days: 30, rule: rule, calendar: .official)
      #expect(limit.day.year == 1407)
      #expect(limit.warnings.contains { $0.code == "deadline.holidays-unknown" }, "\(rule)")
    }
  }

  @Test func `a count that passes an estimated holiday says so`() throws {
    let limit = deadline(from: try JalaliDay(1405, 10, 14), days: 1, rule: .legal, calendar: .official)
    #expect(limit.day.text == "1405/10/19")
    #expect(limit.warnings.map(\.code) == ["deadline.estimated-holiday"])
  }

  @Test func `lengths out of range are bounded, with a warning`() throws {
    let none = deadline(from: start, days: -5, rule: .calendar, calendar: .official)
    #expect(none.day == start)
    #expect(none.warnings.contains { $0.code == "deadline.days-out-of-range" })
    let long = deadline(from: start, days: .max, rule: .working, calendar: .official)
    #expect(long.day > start && long.day <= .latest)
    let friday = try JalaliDay(1405, 6, 13)
    #expect(deadline(from: friday, days: 0, rule: .working, calendar: .official).day.text == "1405/06/14")
  }

  @Test func `the weekend is a parameter, and a week without a working day is refused`() throws {
    let fridayOnly = try WorkCalendar(weekend: [.friday], holidays: Holiday.known, loadedYears: Holiday.knownYears)
    let thursday = try JalaliDay(1405, 6, 12)
    #expect(fridayOnly.isWorking(thursday))
    #expect(!WorkCalendar.official.isWorking(thursday))
    #expect(WorkCalendar.official.nextWorkingDay(onOrAfter: thursday).text == "1405/06/14")
    #expect(WorkCalendar.official.nextWorkingDay(onOrAfter: start) == start)
    let fault = #expect(throws: FormatFault.self) {
      try WorkCalendar(weekend: Set(Weekday.allCases), holidays: [], loadedYears: 1403...1403)
    }
    #expect(fault?.code == "calendar.no-working-day")
  }

  @Test func `a governor's closure joins the calendar`() throws {
    let closed = Holiday(day: try JalaliDay(1405, 6, 14), kind: .adHoc, fa: "سردی هوا", en: "Cold weather")
    let calendar = try WorkCalendar(holidays: Holiday.known + [closed], loadedYears: Holiday.knownYears)
    let limit = deadline(from: start, days: 15, rule: .legal, calendar: calendar)
    #expect(limit.day.text == "1405/06/15")
    #expect(limit.steps.contains { $0.fa.contains("سردی هوا") })
  }
}
