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
      _ role: String, national: Bool = false, own: Bool = false, wide: Bool = false, county: Bool = false, provincial: Bool = false
    ) -> [String] {
      PostReach.codes(
        .init(
          isNational: national, role: role, isOwnAccount: own, isNationwide: wide, isCountyGiven: county, isProvincialAccount: provincial),
        on: day)
    }
    #expect(codes("prevention.officer") == [] && codes("auditor", national: true, wide: true) == [])
    #expect(codes("county.officer", county: true) == [])
    #expect(codes("county.officer") == ["accounts.county-missing"])
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
}
