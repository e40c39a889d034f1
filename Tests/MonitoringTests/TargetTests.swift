import Jalali
import Persian
import TestKit
import Testing

@testable import Monitoring

@Suite struct `Targets` {
  private func coverage(_ covered: Int, of population: Int?) -> [String] {
    CoverageTarget.codes(
      .init(covered: covered, population: population), under: .init(targetHundredths: 500), on: .earliest
    )
  }

  private func growth(_ founded: Int, after before: Int?, in year: Int? = 1404) -> [String] {
    GrowthTarget.codes(
      .init(founded: founded, comparisonYear: year, foundedBefore: before),
      under: .init(targetHundredths: 3000, comparator: .previous, baseYear: 0, smallBelow: 5), on: .earliest
    )
  }

  @Test func `five percent of Golestan are 93,441 people, not one fewer`() {
    #expect(coverage(93_441, of: 1_868_819) == [])
    #expect(coverage(93_440, of: 1_868_819) == ["monitoring.coverage-below"])
    #expect(coverage(1, of: nil) == ["monitoring.coverage-not-computable"])
  }

  @Test func `thirteen after ten is thirty percent`() {
    #expect(growth(13, after: 10) == [])
    #expect(growth(12, after: 10) == ["monitoring.growth-below"])
    #expect(growth(5, after: 0) == ["monitoring.growth-not-computable"])
    #expect(growth(5, after: nil, in: nil) == ["monitoring.no-base-year"])
  }

  @Test func `a base year counts only when it lies before the year`() {
    func year(_ base: Int) -> Int? {
      GrowthTarget.Parameters(targetHundredths: 0, comparator: .base, baseYear: base, smallBelow: 5).comparisonYear(for: 1405)
    }
    #expect(year(1400) == 1400)
    #expect(year(0) == nil)
    #expect(year(1405) == nil)
  }

  @Test func `a definition that counts nobody is objected to and says who counts otherwise`() throws {
    func counting(trained: Bool) -> Coverage.Parameters {
      .init(countMembers: false, countTrained: trained, countParticipants: false, coverageOf: .people, period: .year)
    }
    let nobody = counting(trained: false)
    let facts = Coverage.Facts(province: try .init(parsing: "IR-27"), year: 1405)
    #expect(Coverage.codes(facts, under: nobody, on: .earliest) == ["monitoring.nobody-counted"])
    let trained = counting(trained: true)
    #expect(Coverage.codes(facts, under: trained, on: .earliest) == [])
    #expect(trained.definition(version: 1).en == "Distinct people: people who completed a course")
    #expect(
      trained.definition(version: 2).en
        == "Distinct people: people present in a course; on any day of the year; held against the target: people")
  }
}
