import Foundation
import Jalali
import SharedData
import Testing

@Suite struct HolidayTests {
  static let list = "domain/data/holidays_1403_1406.json"

  private struct Source: Decodable {
    struct Row: Decodable {
      let jalali: String
      let gregorian: String
      let weekday: String
      let kind: String
      let nameEn: String
    }
    let holidays: [Row]
  }

  // Where ../shared is absent this is reported as skipped; the literal days below remain.
  @Test(.enabled(if: SharedData.has(list)))
  func `the compiled holidays are those of the list`() throws {
    let rows = try SharedData.decode(Source.self, Self.list).holidays
    #expect(rows.map(\.jalali) == Holiday.known.map(\.day.text))
    for (row, holiday) in zip(rows, Holiday.known) {
      #expect(holiday.day.iso == row.gregorian)
      #expect(holiday.day.weekday.fa == row.weekday)
      #expect(holiday.kind.rawValue == row.kind)
      #expect(holiday.isEstimated == row.nameEn.contains("(estimated)"), "\(row.jalali)")
      let names = row.nameEn.replacingOccurrences(of: " (estimated)", with: "").components(separatedBy: "; ")
      #expect(Set(names) == Set(holiday.en.components(separatedBy: "; ")), "\(row.jalali)")
    }
  }

  @Test func `literal days of each kind`() throws {
    let byDay = Dictionary(uniqueKeysWithValues: Holiday.known.map { ($0.day.text, $0) })
    #expect(byDay["1403/12/30"]?.kind == .solarFixed)
    #expect(byDay["1404/12/30"] == nil)
    #expect(byDay["1404/12/13"]?.kind == .adHoc)
    #expect(byDay["1405/04/04"]?.fa == "عاشورای حسینی")
    #expect(byDay["1405/01/01"]?.en == "Nowruz; Eid al-Fitr")
    #expect(byDay["1405/10/02"]?.isEstimated == false)
    #expect(byDay["1405/10/16"]?.isEstimated == true)
    #expect(byDay["1406/03/14"]?.isEstimated == false)
    #expect(Holiday.known.allSatisfy { Holiday.knownYears.contains($0.day.year) && !$0.fa.isEmpty })
  }
}
