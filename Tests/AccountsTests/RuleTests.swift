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
}
