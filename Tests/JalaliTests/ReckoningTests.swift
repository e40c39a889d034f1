import Jalali
import Testing

@Suite struct ReckoningTests {
  private func day(_ text: String) throws -> JalaliDay { try JalaliDay(parsing: text) }

  @Test func `a year from the leap day ends with the next year, for an age it is full a day before`() throws {
    #expect(try day("1403/12/30").lastDay(ofYears: 1).text == "1404/12/29")
    #expect(try day("1403/12/30").lastDay(ofYears: 5).text == "1408/12/29")
    #expect(try day("1403/12/29").lastDay(ofYears: 1).text == "1404/12/28")
    #expect(try day("1403/01/01").lastDay(ofYears: 1).text == "1403/12/30")
    #expect(try day("1405/06/31").lastDay(ofYears: 3).text == "1408/06/30")
    #expect(try day("1403/12/30").wholeYears(until: day("1404/12/29")) == 1)
  }

  @Test func `a year after 30 Esfand is the 29th, four or five years after may be the 30th again`() throws {
    #expect(try day("1403/12/30").adding(years: 1).text == "1404/12/29")
    #expect(try day("1403/12/30").adding(years: 5).text == "1408/12/30")
    #expect(try day("1403/12/30").adding(years: -4).text == "1399/12/30")
  }

  @Test(arguments: [
    ("1404/06/31", 1, "1404/07/30"), ("1404/06/31", 6, "1404/12/29"), ("1403/06/31", 6, "1403/12/30"),
    ("1404/12/29", 1, "1405/01/29"), ("1405/01/31", -1, "1404/12/29"), ("1405/01/15", -13, "1403/12/15"),
    ("1405/05/28", 0, "1405/05/28"),
  ])
  func `months clamp to the shorter month`(start: String, months: Int, end: String) throws {
    #expect(try day(start).adding(months: months).text == end)
  }

  @Test func `arithmetic stops at the ends of the range`() throws {
    let start = try day("1405/01/01")
    for amount in [Int.max, 1 << 40, 200_000] {
      #expect(start.adding(days: amount) == .latest)
      #expect(start.adding(months: amount) == .latest)
      #expect(start.adding(years: amount) == .latest)
      #expect(start.adding(days: -amount) == .earliest)
      #expect(start.adding(months: -amount) == .earliest)
      #expect(start.adding(years: -amount) == .earliest)
    }
    #expect(start.adding(years: .min) == .earliest)
  }

  @Test func `an age is complete on the birthday, for 30 Esfand on the last day of a common year`() throws {
    let born = try day("1392/05/10")
    #expect(born.wholeYears(until: try day("1405/05/09")) == 12)
    #expect(born.wholeYears(until: try day("1405/05/10")) == 13)
    #expect(born.wholeYears(until: born) == 0)
    #expect(born.wholeYears(until: try day("1392/05/09")) == -1)
    let leap = try day("1391/12/30")
    #expect(leap.wholeYears(until: try day("1404/12/28")) == 12)
    #expect(leap.wholeYears(until: try day("1404/12/29")) == 13)
  }

  @Test func `days between and order follow the day numbers`() throws {
    #expect(try day("1405/01/01") - day("1404/01/01") == 365)
    #expect(try day("1404/01/01") - day("1403/01/01") == 366)
    #expect(try day("1404/12/29") < day("1405/01/01"))
  }

  @Test func `Tehran's day turns at half past eight in the evening UTC`() throws {
    // 2026-03-20T20:29:59Z and one second later.
    #expect(JalaliDay.today(unixSeconds: 1_774_038_599).text == "1404/12/29")
    #expect(JalaliDay.today(unixSeconds: 1_774_038_600).text == "1405/01/01")
    #expect(JalaliDay.today(unixSeconds: -12_601).iso == "1969-12-31")
    #expect(JalaliDay.today(unixSeconds: -12_600).iso == "1970-01-01")
    #expect(JalaliDay.today(unixSeconds: .max) == .latest)
    #expect(JalaliDay.today(unixSeconds: .min) == .earliest)
  }

  @Test func `texts are those of a letter and of a table`() throws {
    let last = try day("1403/12/30")
    #expect(last.longText == "پنجشنبه ۳۰ اسفند ۱۴۰۳")
    #expect(last.longTextEn == "Thursday 30 Esfand 1403")
    #expect(last.textFa == "۱۴۰۳/۱۲/۳۰")
    #expect("\(last)" == "1403/12/30")
    #expect(try day("1405/05/28").weekday.en == "Wednesday")
    #expect(try day("1405/06/13").weekday.fa == "جمعه")
  }
}
