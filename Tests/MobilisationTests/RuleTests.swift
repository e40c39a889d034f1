import Jalali
@testable import Mobilisation
import Feature
import TestKit
import Testing
import Values

@Suite struct `Rules of mobilisation` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 1) }

  private func volunteer(born: JalaliDay, inclusive: Bool, literate: Bool = true, must: Bool = true) -> [String] {
    VolunteerEligibility.objections(
      to: .init(birth: born, isLiterate: literate, consentedOn: day),
      under: .init(minimumAge: 13, inclusive: inclusive, mustBeLiterate: must), on: day
    ).map(\.code)
  }

  @Test func `both readings of the age in S1 can be set`() throws {
    let thirteen = try JalaliDay(1392, 2, 1)
    let almostFourteen = try JalaliDay(1391, 2, 2)
    let fourteen = try JalaliDay(1391, 2, 1)
    #expect(volunteer(born: thirteen, inclusive: true).isEmpty)
    #expect(volunteer(born: thirteen.adding(days: 1), inclusive: true) == ["mobilisation.volunteer-too-young"])
    #expect(volunteer(born: almostFourteen, inclusive: false) == ["mobilisation.volunteer-too-young"])
    #expect(volunteer(born: fourteen, inclusive: false).isEmpty)
    #expect(volunteer(born: fourteen, inclusive: true, literate: false, must: false).isEmpty)
  }

  @Test func `the highest total may be made a mere advice`() throws {
    func objections(_ mustTakeHighest: Bool) -> [String] {
      NeighbourhoodChoice.objections(
        to: .init(
          chosen: 1,
          candidates: [
            .init(neighbourhood: 1, name: "a", harm: 1, need: 1, capacity: 1, access: 1, rejectionReason: ""),
            .init(neighbourhood: 2, name: "b", harm: 2, need: 1, capacity: 1, access: 1, rejectionReason: "x"),
          ], clinicStandsIn: 1, canOpenBase: false),
        under: .init(
          harmWeight: 40, needWeight: 30, capacityWeight: 20, accessWeight: 10, minimumCandidates: 2,
          mustTakeHighest: mustTakeHighest), on: day
      ).map(\.code)
    }
    #expect(objections(true) == ["mobilisation.choice-not-highest"])
    #expect(objections(false).isEmpty)
  }

  @Test func `days are counted as the parameter says`() {
    #expect(DayCount.allCases.map { $0.rule } == [.calendar, .working, .legal])
  }

  @Test func `S2's fifteen days are a standard with their source`() {
    let days = NeighbourhoodChoiceTerm.parameters.first { $0.name == "days" }
    #expect(days?.standard == 15 && days?.source.source == "S2")
    #expect(NeighbourhoodChoiceTerm.parameters.first { $0.name == "deadlineRule" }?.source == .productDefault)
  }
}
