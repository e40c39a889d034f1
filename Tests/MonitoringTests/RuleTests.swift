import Feature
import Jalali
import TestKit
import Testing

@testable import Monitoring

@Suite struct `Rules of monitoring` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `only the newest revision is approved`() {
    #expect(NewestRevision.codes(.init(isNewest: true), on: day) == [])
    #expect(NewestRevision.codes(.init(isNewest: false), on: day) == ["monitoring.newer-revision"])
  }

  @Test func `a year is measured again only when something changed`() {
    func codes(_ revision: Int, changed: Bool) -> [String] {
      YearlyMeasurement.codes(.init(year: 1404, lastRevision: revision, hasChanged: changed), on: day)
    }
    #expect(codes(0, changed: false) == [] && codes(0, changed: true) == [] && codes(1, changed: true) == [])
    #expect(codes(1, changed: false) == ["monitoring.nothing-changed"])
  }
}
