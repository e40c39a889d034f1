import Foundation
import Jalali
import Persian
import Testing

@Suite struct RefusalTests {
  @Test func `30 Esfand of a common year is refused and the last day is named`() {
    let fault = #expect(throws: FormatFault.self) { try JalaliDay(1404, 12, 30) }
    #expect(fault?.code == "day.no-such-date")
    #expect(fault?.fa.contains("۱۴۰۴/۱۲/۲۹") == true)
    #expect(fault?.en.contains("1404/12/29") == true)
    #expect((try? JalaliDay(1403, 12, 30))?.iso == "2025-03-20")
  }

  @Test(arguments: [
    (1404, 7, 31, "day.no-such-date"), (1404, 1, 32, "day.no-such-date"), (1404, 1, 0, "day.no-such-date"),
    (1404, 13, 1, "day.no-such-month"), (1404, 0, 1, "day.no-such-month"), (1199, 1, 1, "day.year-out-of-range"),
    (1601, 1, 1, "day.year-out-of-range"), (Int.max, Int.min, 1, "day.year-out-of-range"),
    (1404, .max, .max, "day.no-such-month"), (1404, 1, .min, "day.no-such-date"),
  ])
  func `dates that do not exist are refused, not carried over`(year: Int, month: Int, day: Int, code: String) {
    #expect(#expect(throws: FormatFault.self) { try JalaliDay(year, month, day) }?.code == code)
  }

  @Test(arguments: [
    "1405/01/01", "1405-1-1", "1405/1/01", "۱۴۰۵/۰۱/۰۱", "١٤٠٥/١/١", "2026-03-21", "۲۰۲۶-۳-۲۱", "2026/3/21",
  ])
  func `one day, many spellings`(text: String) throws {
    #expect(try JalaliDay(parsing: text).number == 20_533)
  }

  @Test(arguments: [
    ("", "day.unreadable"), ("1405", "day.unreadable"), ("1405/01", "day.unreadable"), ("05/01/01", "day.unreadable"),
    ("01/01/1405", "day.unreadable"), ("1405/01-01", "day.unreadable"), ("1405/01/01/", "day.unreadable"),
    ("/1405/01/01", "day.unreadable"), ("1405//01", "day.unreadable"), (" 1405/01/01", "day.unreadable"),
    ("1405/001/01", "day.unreadable"), ("14050101", "day.unreadable"), ("-1405-01-01", "day.unreadable"),
    ("1405.01.01", "day.unreadable"), ("2026-03-21T00:00", "day.unreadable"),
    ("999999999999999999999/1/1", "day.unreadable"),
    ("1404/12/30", "day.no-such-date"), ("2026-02-29", "day.no-such-date"), ("2100-02-29", "day.no-such-date"),
    ("2026-13-01", "day.no-such-month"), ("1600-01-01", "day.year-out-of-range"),
    ("9999-12-31", "day.year-out-of-range"),
    ("0001/01/01", "day.year-out-of-range"),
  ])
  func `everything else is refused`(text: String, code: String) {
    #expect(#expect(throws: FormatFault.self) { try JalaliDay(parsing: text) }?.code == code)
  }
}
