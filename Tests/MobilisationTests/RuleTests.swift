import Contracts
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
    VolunteerEligibility.codes(
      .init(birth: born, isLiterate: literate, consentedOn: day),
      under: .init(minimumAge: 13, inclusive: inclusive, mustBeLiterate: must), on: day
    )
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
      NeighbourhoodChoice.codes(
        .init(
          chosen: 1,
          candidates: [
            .init(neighbourhood: 1, name: "a", harm: 1, need: 1, capacity: 1, access: 1, rejectionReason: ""),
            .init(neighbourhood: 2, name: "b", harm: 2, need: 1, capacity: 1, access: 1, rejectionReason: "x"),
          ], clinicStandsIn: 1, canOpenBase: false),
        under: .init(
          harmWeight: 40, needWeight: 30, capacityWeight: 20, accessWeight: 10, minimumCandidates: 2,
          mustTakeHighest: mustTakeHighest), on: day
      )
    }
    #expect(objections(true) == ["mobilisation.choice-not-highest"])
    #expect(objections(false).isEmpty)
  }

  @Test func `what another scheme has is not chosen, and stands in nobody's way`() {
    func codes(_ chosen: Int64) -> [String] {
      NeighbourhoodChoice.codes(
        .init(
          chosen: chosen,
          candidates: [
            .init(neighbourhood: 1, name: "a", harm: 9, need: 1, capacity: 1, access: 1, rejectionReason: "x", takenBy: "CL-27-1405-0001"),
            .init(neighbourhood: 2, name: "b", harm: 2, need: 1, capacity: 1, access: 1, rejectionReason: "x"),
          ], clinicStandsIn: nil, canOpenBase: true),
        under: .init(
          harmWeight: 40, needWeight: 30, capacityWeight: 20, accessWeight: 10, minimumCandidates: 2, mustTakeHighest: true), on: day)
    }
    #expect(codes(1) == ["mobilisation.choice-taken"])
    #expect(codes(2) == [])
  }

  @Test func `days are counted as the parameter says`() {
    #expect(DayCount.allCases.map { $0.rule } == [.calendar, .working, .legal])
  }

  @Test func `S2's fifteen days are a standard with their source`() {
    let days = NeighbourhoodChoiceTerm.parameters.first { $0.name == "days" }
    #expect(days?.standard == 15 && days?.source.source == "S2")
    #expect(NeighbourhoodChoiceTerm.parameters.first { $0.name == "deadlineRule" }?.source == .productDefault)
  }

  @Test func `the neighbourhood is chosen until the last day`() {
    for (due, codes) in [(1, []), (0, []), (-1, ["mobilisation.choice-late"])] {
      #expect(
        NeighbourhoodChoiceTerm.codes(
          .init(due: day.adding(days: due)), under: .init(days: 15, deadlineRule: .calendar), on: day) == codes)
    }
  }

  @Test func `an extension has a reason, a citation and days within bounds`() {
    func codes(_ days: Int, _ reason: String = "سیل", _ citation: String = "نامهٔ ۱۲") -> [String] {
      ChoiceExtensionReason.codes(.init(days: days, reason: reason, citation: citation), under: .init(maximumDays: 15), on: day)
    }
    #expect(codes(1) == [] && codes(15) == [])
    #expect(codes(0) == ["mobilisation.extension-days"] && codes(16) == ["mobilisation.extension-days"])
    #expect(
      codes(16, "", "") == ["mobilisation.extension-no-reason", "mobilisation.extension-no-citation", "mobilisation.extension-days"])
  }

  @Test func `a clinic is willing, stands there or could, and has a good record`() {
    func codes(willing: Bool, stands: Bool, canOpen: Bool, record: Bool) -> [String] {
      ClinicCriteria.codes(
        .init(
          isWilling: willing, willingnessEvidence: "", standsThere: stands, canOpenBase: canOpen, placeEvidence: "",
          hasGoodRecord: record, recordEvidence: ""), on: day)
    }
    #expect(codes(willing: true, stands: true, canOpen: false, record: true) == [])
    #expect(codes(willing: true, stands: false, canOpen: true, record: true) == [])
    #expect(
      codes(willing: false, stands: false, canOpen: false, record: false) == [
        "mobilisation.clinic-not-willing", "mobilisation.clinic-not-there", "mobilisation.clinic-no-record",
      ])
  }

  @Test func `a gathering counts whom it registered, and has taken place`() {
    func codes(_ held: Int, present: Int, counted: Int) -> [String] {
      GatheringQuorum.codes(
        .init(heldOn: day.adding(days: held), present: present, counted: counted),
        under: .init(minimumAttendance: 10, gatheringBackDays: 366), on: day)
    }
    #expect(codes(0, present: 10, counted: 10) == [])
    #expect(codes(0, present: 200, counted: 9) == ["mobilisation.gathering-too-few"])
    #expect(codes(1, present: 9, counted: 9) == ["mobilisation.gathering-too-few", "mobilisation.gathering-in-future"])
    #expect(codes(-366, present: 10, counted: 10) == [])
    #expect(codes(-367, present: 10, counted: 10) == ["mobilisation.gathering-too-long-ago"])
  }

  @Test func `a ranking is locked complete and with its decision`() {
    func codes(_ needs: Int, missing: Int = 0, decision: String = "۱۲/۳") -> [String] {
      let scores = (0..<missing).map { RankingComplete.MissingScore(need: "\($0)", criterion: "severity") }
      return RankingComplete.codes(
        .init(needs: needs, missing: scores, decision: decision), under: .init(minimumNeeds: 2), on: day)
    }
    #expect(codes(2) == [])
    #expect(codes(1) == ["mobilisation.ranking-too-few-needs"])
    #expect(codes(2, missing: 2) == ["mobilisation.ranking-unscored", "mobilisation.ranking-unscored"])
    #expect(codes(2, decision: "") == ["mobilisation.ranking-no-decision"])
  }

  @Test func `criteria are named once, weigh from 1 to 100 and are neither too few nor too many`() {
    func codes(_ criteria: (String, Int)...) -> [String] {
      RankingCriteria.codes(
        .init(criteria: criteria.map { RankingCriterion(name: $0.0, weight: $0.1) }),
        under: .init(severity: 30, spread: 20, urgency: 20, feasibility: 15, participation: 15, fewest: 2, most: 3), on: day)
    }
    #expect(codes(("severity", 1), ("spread", 100)) == [])
    #expect(codes(("severity", 1)) == ["mobilisation.criteria-number"])
    #expect(codes(("a", 1), ("b", 1), ("c", 1), ("d", 1)) == ["mobilisation.criteria-number"])
    #expect(codes(("a", 1), ("", 1)) == ["mobilisation.criterion-unnamed"])
    #expect(codes(("کتابخانه", 1), ("كتابخانه", 1)) == ["mobilisation.criterion-twice"])
    #expect(codes(("a", 0), ("b", 101)) == ["mobilisation.criterion-weight", "mobilisation.criterion-weight"])
  }

  @Test func `the last day of a scheme has come and is not long past`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(_ ends: Int, chosen: Int? = -900, ended: Int? = nil) -> [String] {
      SchemeTerm.codes(
        .init(
          chosenOn: chosen.map { day.adding(days: $0) }, endedOn: ended.map { day.adding(days: $0) }, ends: day.adding(days: ends)),
        under: .init(endBackDays: 366), on: day)
    }
    #expect(codes(0) == [] && codes(-366) == [] && codes(0, chosen: 0) == [])
    #expect(codes(-367) == ["mobilisation.scheme-end-too-long-ago"])
    #expect(codes(1) == ["mobilisation.scheme-end-to-come"])
    #expect(codes(-1, chosen: 0) == ["mobilisation.scheme-end-before-choice"])
    #expect(codes(0, chosen: nil) == ["mobilisation.no-scheme"] && codes(0, ended: -5) == ["mobilisation.scheme-ended"])
  }
}
