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

  @Test func `a year is measured from the day after its last`() throws {
    func codes(_ month: Int, _ day: Int, in year: Int) throws -> [String] {
      YearOver.codes(.init(year: 1403, storeBegan: try JalaliDay(1403, 5, 1)), on: try JalaliDay(year, month, day))
    }
    // 1403 is a leap year.
    #expect(try codes(12, 30, in: 1403) == ["monitoring.year-running"])
    #expect(try codes(1, 1, in: 1404) == [])
  }

  @Test func `a year that had ended before the store's first entry is not measured`() throws {
    func codes(_ year: Int, _ month: Int, _ day: Int) throws -> [String] {
      YearOver.codes(.init(year: 1403, storeBegan: try JalaliDay(year, month, day)), on: self.day)
    }
    #expect(try codes(1403, 12, 30) == [] && codes(1402, 1, 1) == [])
    #expect(try codes(1404, 1, 1) == ["monitoring.before-store"])
  }

  @Test func `a revision is asked for above one percent of any number, not at it`() {
    func codes(_ changed: Int, of frozen: Int, from perMille: Int = 10) -> [String] {
      RevisionAsked.codes(
        .init(figures: [.init(figure: "covered", frozen: frozen, changed: changed)]), under: .init(revisionFromPerMille: perMille),
        on: day)
    }
    #expect(codes(10, of: 1000) == [] && codes(0, of: 0) == [])
    #expect(codes(11, of: 1000) == ["monitoring.revision-asked"] && codes(1, of: 0) == ["monitoring.revision-asked"])
    #expect(codes(1, of: 1000, from: 0) == ["monitoring.revision-asked"])
  }

  @Test func `a year is measured again only when something changed`() {
    func codes(_ revision: Int, changed: Bool) -> [String] {
      YearlyMeasurement.codes(.init(year: 1404, lastRevision: revision, hasChanged: changed), on: day)
    }
    #expect(codes(0, changed: false) == [] && codes(0, changed: true) == [] && codes(1, changed: true) == [])
    #expect(codes(1, changed: false) == ["monitoring.nothing-changed"])
  }
}
