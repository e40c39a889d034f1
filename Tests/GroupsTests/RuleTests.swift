import Contracts
import Feature
import Jalali
import TestKit
import Testing

@testable import Groups

@Suite struct `Rules of groups` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `the volunteers gathered before the request, where the parameter asks for it`() {
    func codes(_ gathering: Int?, required: Bool = true) -> [String] {
      FormationRequest.codes(
        .init(gatheringOn: gathering.map { day.adding(days: $0) }, requestedOn: day),
        under: .init(gatheringRequired: required, requestBackDays: 366), on: day)
    }
    #expect(codes(-1) == [] && codes(0) == [])
    #expect(codes(nil) == ["groups.no-gathering"])
    #expect(codes(1) == ["groups.gathering-later"])
    #expect(codes(nil, required: false) == [] && codes(1, required: false) == [])
  }

  @Test func `a request is as old as the parameter allows, and not a day older`() {
    func codes(_ back: Int, gathering: Int? = -2_000) -> [String] {
      FormationRequest.codes(
        .init(gatheringOn: gathering.map { day.adding(days: $0) }, requestedOn: day.adding(days: -back)),
        under: .init(gatheringRequired: true, requestBackDays: 366), on: day)
    }
    #expect(codes(0) == [] && codes(366) == [])
    #expect(codes(367) == ["groups.request-too-long-ago"])
    #expect(codes(367, gathering: nil) == ["groups.no-gathering", "groups.request-too-long-ago"])
  }

  @Test func `a quorum is reached by its number, not by one fewer`() {
    for (members, codes) in [(6, ["groups.too-few-members"]), (7, []), (8, [])] {
      #expect(FoundingQuorum.codes(.init(members: members), under: .init(minimumMembers: 7), on: day) == codes)
    }
  }

  @Test func `a facilitator holds the post on the first day, which lies in the group's life`() {
    func codes(_ holdsPost: Bool, since: Int, until: Int? = nil) -> [String] {
      FacilitatorPost.codes(
        .init(holdsPost: holdsPost, requestedOn: day, since: day.adding(days: since), until: until.map { day.adding(days: $0) }),
        under: .init(), on: day)
    }
    #expect(codes(true, since: 0) == [] && codes(true, since: 0, until: 0) == [])
    #expect(codes(false, since: 0) == ["groups.no-facilitator"])
    #expect(codes(true, since: -1) == ["groups.assigned-before-request"])
    #expect(codes(true, since: 2, until: 1) == ["groups.assignment-ends-first"])
  }

  @Test func `identity is confirmed in person, where the parameter asks for it`() {
    func codes(_ confirmed: JalaliDay?, required: Bool) -> [String] {
      IdentityInPerson.codes(.init(identityConfirmedOn: confirmed), under: .init(visitRequired: required), on: day)
    }
    #expect(codes(day, required: true) == [])
    #expect(codes(nil, required: true) == ["groups.identity-not-confirmed"])
    #expect(codes(nil, required: false) == [])
  }

  @Test func `a group is old enough on the day, in months of the calendar`() throws {
    let founded = try JalaliDay(1405, 1, 31)
    func codes(_ on: JalaliDay) -> [String] {
      Maturity.codes(
        .init(totals: [8000, 8000], foundedOn: founded),
        under: .init(threshold: 70, assessors: 2, everyAssessment: true, minimumAgeMonths: 3), on: on)
    }
    #expect(try codes(JalaliDay(1405, 4, 30)) == ["groups.founded-too-lately"])
    #expect(try codes(JalaliDay(1405, 4, 31)) == [])
  }

  @Test func `after a complete round another begins only where it is asked for`() {
    func codes(_ isComplete: Bool?, _ newRound: Bool?) -> [String] {
      MaturityAssessment.codes(
        .init(
          hasAssessedThisRound: false, scores: [.init(criterion: "a", score: 50, evidence: "…")], isLastRoundComplete: isComplete,
          newRound: newRound), under: .init(criteria: [.init(id: "a", fa: "a", en: "a", weight: 1)]), on: day)
    }
    #expect(codes(true, false) == ["groups.round-complete"] && codes(true, nil) == ["groups.round-complete"])
    #expect(codes(true, true) == [] && codes(false, false) == [] && codes(nil, nil) == [])
  }

  @Test func `a plan answers needs of its own neighbourhood's ranking, however they are spelt`() {
    func codes(_ isSame: Bool, _ planned: String...) -> [String] {
      PlanFromRanking.codes(
        .init(isSameNeighbourhood: isSame, ranked: ["کتابخانه", "بيكاري"], planned: planned), under: .init(milestonesWithinDays: 90),
        on: day)
    }
    #expect(codes(true, "کتابخانه", "بیکاری") == [])
    #expect(codes(true) == ["groups.no-projects"])
    #expect(codes(true, "ورزشگاه", "بیکاری") == ["groups.need-not-ranked"])
    #expect(codes(false, "ورزشگاه", "آب") == ["groups.ranking-elsewhere", "groups.need-not-ranked", "groups.need-not-ranked"])
  }

  @Test func `no milestone lies further ahead than the parameter allows`() {
    func codes(_ days: Int?) -> [String] {
      PlanFromRanking.codes(
        .init(isSameNeighbourhood: true, ranked: ["آب"], planned: ["آب"], lastDue: days.map { day.adding(days: $0) }),
        under: .init(milestonesWithinDays: 90), on: day)
    }
    #expect(codes(nil) == [] && codes(90) == [])
    #expect(codes(91) == ["groups.milestone-too-far-ahead"])
  }

  @Test func `each work of a group has its stages`() {
    let living: [GroupState] = [.forming, .formed, .trained, .planning, .active, .mature]
    let table: [(GroupWork, [GroupState])] = [
      (.identity, [.requested, .refused]), (.membership, living), (.office, living), (.meeting, living),
      (.communityActivity, [.active, .mature]), (.projectClosing, [.planning, .active, .mature]), (.maturityAssessment, [.active]),
    ]
    #expect(table.map(\.0) == GroupWork.allCases)
    for (work, states) in table {
      for state in GroupState.allCases {
        let codes = WorkInState.codes(.init(state: state, work: work), on: day)
        #expect(codes == (states.contains(state) ? [] : ["groups.not-in-this-state"]), "\(work) \(state)")
      }
    }
  }

  @Test func `a member is old enough by either reading of S1, and literate`() throws {
    func codes(_ birth: JalaliDay, inclusive: Bool, literate: Bool = true, must: Bool = true) -> [String] {
      MemberEligibility.codes(
        .init(birth: birth, isLiterate: literate), under: .init(minimumAge: 13, inclusive: inclusive, mustBeLiterate: must), on: day)
    }
    let thirteen = try JalaliDay(1392, 2, 10)
    let fourteen = try JalaliDay(1391, 2, 10)
    #expect(codes(thirteen, inclusive: true) == [])
    #expect(codes(thirteen.adding(days: 1), inclusive: true) == ["groups.too-young"])
    #expect(codes(fourteen.adding(days: 1), inclusive: false) == ["groups.too-young"])
    #expect(codes(fourteen, inclusive: false, literate: false) == ["groups.not-literate"])
    #expect(codes(day, inclusive: true, literate: false) == ["groups.too-young", "groups.not-literate"])
    #expect(codes(fourteen, inclusive: true, literate: false, must: false) == [])
  }
}
