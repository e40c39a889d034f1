import Contracts
import Feature
import Jalali
import TestKit
import Testing

@testable import Accounts

@Suite struct `Rules of accounts` {
  @Test func `a post is given downwards, to others, and with the place it belongs to`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(
      _ role: String, national: Bool = false, own: Bool = false, wide: Bool = false, county: Bool = false, provincial: Bool = false,
      backdated: Bool? = nil
    ) -> [String] {
      PostReach.codes(
        .init(
          isNational: national, role: role, isOwnAccount: own, isNationwide: wide, isCountyGiven: county, isProvincialAccount: provincial,
          isBackdated: backdated),
        on: day)
    }
    #expect(codes("prevention.officer") == [] && codes("auditor", national: true, wide: true) == [])
    #expect(codes("county.officer", county: true) == [])
    #expect(codes("county.officer") == ["accounts.county-missing"])
    #expect(
      codes("facilitator", backdated: true) == ["accounts.post-backdated"] && codes("facilitator", national: true, backdated: true) == [])
    #expect(codes("gardener") == ["accounts.unknown-role"])
    #expect(codes("prevention.officer", own: true) == ["accounts.own-account"])
    #expect(codes("auditor") == ["accounts.national-post"])
    #expect(codes("prevention.officer", wide: true) == ["accounts.national-post", "accounts.province-missing"])
    #expect(codes("prevention.officer", national: true, wide: true) == ["accounts.province-missing"])
    #expect(codes("national.admin", national: true, wide: true, provincial: true) == ["accounts.provincial-account"])
  }

  @Test func `an acting person is another of the same province, named for a period to come`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(_ change: (inout ActingPerson.Facts) -> Void = { _ in }) -> [String] {
      var facts = ActingPerson.Facts(
        isEntitled: true, isSamePerson: false, isSameProvince: true, isOpen: true, holdsPost: true, overlaps: false, firstDay: day,
        lastDay: day.adding(days: 179))
      change(&facts)
      return ActingPerson.codes(facts, under: .init(longestDays: 180), on: day)
    }
    #expect(codes() == [])
    #expect(codes { $0.lastDay = day.adding(days: 180) } == ["accounts.acting-too-long"])
    #expect(
      codes {
        $0.firstDay = day.adding(days: -1); $0.lastDay = day
      } == ["accounts.acting-past"])
    #expect(codes { $0.lastDay = day.adding(days: -1) } == ["accounts.acting-period"])
    #expect(codes { $0.isEntitled = false } == ["accounts.acting-not-entitled"])
    #expect(codes { $0.isSamePerson = true } == ["accounts.acting-same-person"])
    #expect(codes { $0.isSameProvince = false } == ["accounts.acting-other-province"])
    #expect(codes { $0.isOpen = false } == ["accounts.acting-closed"])
    #expect(codes { $0.holdsPost = false } == ["accounts.acting-no-post"])
    #expect(codes { $0.overlaps = true } == ["accounts.acting-overlaps"])
  }

  @Test func `a post that decides is confirmed by neither its holder nor its proposer`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(holder: Bool, proposer: Bool) -> [String] { SecondHand.codes(.init(isHolder: holder, isProposer: proposer), on: day) }
    #expect(codes(holder: false, proposer: false) == [])
    #expect(
      codes(holder: true, proposer: false) == ["accounts.own-post"] && codes(holder: false, proposer: true) == ["accounts.own-proposal"])
  }

  @Test func `a secret made by somebody else is good for as many days as are set`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(_ days: Int) -> [String] {
      OneTimeSecret.codes(.init(givenOn: day.adding(days: -days)), under: .init(validDays: 7), on: day)
    }
    #expect(codes(0) == [] && codes(7) == [] && codes(8) == ["accounts.secret-expired"])
  }

  @Test func `a reset is confirmed by an administrator, and by the owner where there is no other`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(holder: Bool, giver: Bool = false, administrator: Bool, others: Bool) -> [String] {
      ResetConfirmation.codes(
        .init(isHolder: holder, isGiver: giver, isAdministrator: administrator, hasOtherAdministrator: others), on: day)
    }
    #expect(codes(holder: false, administrator: true, others: true) == [])
    #expect(codes(holder: true, administrator: false, others: false) == [])
    #expect(codes(holder: false, giver: true, administrator: true, others: true) == ["accounts.confirm-own-reset"])
    #expect(codes(holder: true, administrator: true, others: true) == ["accounts.confirm-own"])
    #expect(codes(holder: false, administrator: false, others: false) == ["accounts.confirm-not-entitled"])
  }

  @Test func `an absence is reported from above or by oneself, for days near and few`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(_ entitled: Bool = true, _ first: Int = 0, _ last: Int = 0) -> [String] {
      LeavePeriod.codes(
        .init(isEntitled: entitled, firstDay: day.adding(days: first), lastDay: day.adding(days: last)),
        under: .init(longestDays: 180, backDays: 30), on: day)
    }
    #expect(codes() == [] && codes(true, -30, 149) == [])
    #expect(codes(false) == ["accounts.leave-not-entitled"])
    #expect(codes(true, 0, -1) == ["accounts.leave-period-reversed"])
    #expect(codes(true, -31) == ["accounts.leave-past"])
    #expect(codes(true, 0, 180) == ["accounts.leave-too-long"])
  }

  @Test func `work of a post for which nobody is there is shown above after some working days`() throws {
    let day = try JalaliDay(1405, 2, 10)
    func codes(_ passed: Int) -> [String] { UnattendedTask.codes(.init(workingDays: passed), under: .init(workingDays: 5), on: day) }
    #expect(codes(4) == ["accounts.unattended-not-yet"] && codes(5) == [])
  }

  @Test func `officers stand below deputies, deputies below the director, the director below the nation`() {
    #expect(RoleLadder.above(["prevention.officer"]) == ["prevention.deputy"])
    #expect(RoleLadder.above(["prevention.officer", "prevention.deputy"]) == ["provincial.director"])
    #expect(RoleLadder.allAbove(["facilitator"]) == ["prevention.officer", "prevention.deputy", "provincial.director", "national.admin"])
    #expect(RoleLadder.above(["national.admin"]).isEmpty)
  }
}
