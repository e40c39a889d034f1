import Jalali
import SharedData
import Testing

@Suite struct YearTests {
  static let table = "domain/data/jalali_years_1300_1500.tsv"

  // Where ../shared is absent this is reported as skipped; the literal years below remain.
  @Test(.enabled(if: SharedData.has(table)))
  func `every year from 1300 to 1500 begins, ends and leaps as in the official table`() throws {
    let lines = try SharedData.text(Self.table).split(separator: "\n")
    var count = 0
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let year = try #require(Int(fields[0]))
      #expect(JalaliDay.isLeap(year) == (fields[1] == "1"), "\(year)")
      #expect(JalaliDay.firstDay(ofYear: year).iso == fields[2], "\(year)")
      #expect(JalaliDay.lastDay(ofYear: year).iso == fields[3], "\(year)")
      count += 1
    }
    #expect(count == 201)
  }

  @Test(arguments: [
    (1348, "1969-03-21"), (1403, "2024-03-20"), (1404, "2025-03-21"), (1405, "2026-03-21"), (1408, "2029-03-20"),
    (1409, "2030-03-21"), (1437, "2058-03-21"), (1470, "2091-03-21"), (1498, "2119-03-21"),
  ])
  func `known years begin on their day`(year: Int, iso: String) throws {
    #expect(JalaliDay.firstDay(ofYear: year).iso == iso)
    #expect(try JalaliDay(year, 1, 1).iso == iso)
    #expect(try JalaliDay(parsing: iso).text == "\(year)/01/01")
  }

  @Test func `the leap years near now are these and no others`() {
    #expect(
      (1398...1442).filter(JalaliDay.isLeap) == [1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441])
  }

  @Test func `every day from 1300 to 1500 goes round through its date, its texts and the next day`() throws {
    var day = JalaliDay.firstDay(ofYear: 1300)
    let end = JalaliDay.lastDay(ofYear: 1500)
    var weekday = day.weekday.rawValue
    #expect(day.weekday == .monday)
    var count = 0
    for year in 1300...1500 {
      var dayOfYear = 0
      for month in 1...12 {
        for number in 1...JalaliDay.daysInMonth(year, month) {
          dayOfYear += 1
          guard day.date == (year, month, number), try JalaliDay(year, month, number) == day,
            day.dayOfYear == dayOfYear, try JalaliDay(parsing: day.text) == day,
            try JalaliDay(parsing: day.iso) == day, day.weekday.rawValue == weekday
          else {
            Issue.record("\(year)/\(month)/\(number) does not come back from \(day.text), \(day.iso)")
            return
          }
          count += 1
          weekday = (weekday + 1) % 7
          day = day.adding(days: 1)
        }
      }
    }
    #expect(day == end.adding(days: 1))
    #expect(count == 73_414)
  }

  @Test func `day zero and the ends of the range are where they belong`() throws {
    #expect(JalaliDay(number: 0).text == "1348/10/11")
    #expect(JalaliDay(number: 0).iso == "1970-01-01")
    #expect(JalaliDay(number: 0).weekday == .thursday)
    #expect(JalaliDay.earliest.text == "1200/01/01")
    #expect(JalaliDay.earliest.iso == "1821-03-21")
    #expect(JalaliDay.latest.date == (1600, 12, JalaliDay.daysInMonth(1600, 12)))
    #expect(JalaliDay(number: .max) == .latest)
    #expect(JalaliDay(number: .min) == .earliest)
  }
}
