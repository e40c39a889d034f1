import Contracts
@testable import Institutes
import Jalali
import Feature
import TestKit
import Testing
import Values

@Suite struct `Rules of institutes` {
  @Test func `only maturity founds an institute`() throws {
    let day = try JalaliDay(1405, 2, 1)
    for state in [GroupState.formed, .trained, .planning, .active, .institute, .dissolved] {
      #expect(GroupIsMature.codes(.init(group: "GR", state: state), under: .init(), on: day).count == 1)
    }
    #expect(GroupIsMature.codes(.init(group: "GR", state: .mature), under: .init(), on: day).isEmpty)
  }

  @Test func `a pair of posts excludes in both directions`() throws {
    let day = try JalaliDay(1405, 2, 1)
    let pairs = IncompatiblePosts.Parameters(incompatible: ["director+inspectorMain"])
    func codes(_ held: BoardPost, _ post: BoardPost) -> [String] {
      IncompatiblePosts.objections(to: .init(state: .licensed, post: post, held: [held]), under: pairs, on: day)
        .map(\.code)
    }
    #expect(codes(.director, .inspectorMain) == ["institutes.posts-exclude"])
    #expect(codes(.inspectorMain, .director) == ["institutes.posts-exclude"])
    #expect(codes(.managingDirector, .inspectorMain) == [])
  }

  @Test func `a day that is entered has come, and only the end of a post may be long past`() throws {
    let day = try JalaliDay(1405, 2, 1)
    func codes(_ what: DayEntered, _ days: Int) -> [String] {
      EnteredDay.codes(.init(what: what, entered: day.adding(days: days)), under: .init(backDays: 366), on: day)
    }
    for what in DayEntered.allCases { #expect(codes(what, 0) == [] && codes(what, -366) == []) }
    #expect(codes(.request, 1) == ["institutes.future-request"])
    #expect(codes(.postBegin, 1) == ["institutes.day-to-come"] && codes(.postEnd, 1) == ["institutes.day-to-come"])
    #expect(codes(.request, -367) == ["institutes.day-too-long-ago"] && codes(.postBegin, -367) == ["institutes.day-too-long-ago"])
    #expect(codes(.postEnd, -5_000) == [])
  }

  @Test func `of several papers of a kind the one that is valid longest counts`() throws {
    let day = try JalaliDay(1405, 2, 1)
    let kinds = RequiredDocuments.Parameters(approval: ["statute"], agreementInPrinciple: [], licence: [])
    func codes(_ papers: (Bool, JalaliDay?)...) -> [String] {
      let facts = RequiredDocuments.Facts(
        stage: .approval, papers: papers.map { .init(kind: "statute", isSighted: $0.0, validUntil: $0.1) })
      return RequiredDocuments.codes(facts, under: kinds, on: day)
    }
    #expect(codes() == ["institutes.document-missing"])
    #expect(codes((false, nil)) == ["institutes.document-not-sighted"])
    #expect(codes((true, day.adding(days: -1))) == ["institutes.document-expired"])
    #expect(codes((true, day)) == [])
    #expect(codes((true, day.adding(days: -1)), (true, nil)) == [])
    #expect(codes((true, day.adding(days: -1)), (false, nil)) == ["institutes.document-expired"])
  }

  @Test func `the newest enquiry of an agency counts`() throws {
    let day = try JalaliDay(1405, 2, 1)
    let police = EnquiriesAnswered.Parameters(agencies: ["police"])
    func codes(_ answers: Bool?...) -> [String] {
      let facts = EnquiriesAnswered.Facts(
        enquiries: answers.map { .init(agency: "police", isAnswered: $0 != nil, isFavourable: $0, validUntil: day) })
      return EnquiriesAnswered.codes(facts, under: police, on: day)
    }
    #expect(codes(true, false) == [])
    #expect(codes(false, true) == ["institutes.enquiry-unfavourable"])
    #expect(codes(nil, true) == ["institutes.enquiry-open"])
    #expect(codes() == ["institutes.enquiry-not-made"])
  }

  @Test func `terms are Jalali years, also over leap days`() throws {
    let leap = try JalaliDay(1403, 12, 30)
    #expect(LicenceTerm.lastDay(from: leap, under: .init(years: 1)) == (try JalaliDay(1404, 12, 29)))
    #expect(LicenceTerm.lastDay(from: try JalaliDay(1405, 1, 1), under: .init(years: 3)) == JalaliDay.lastDay(ofYear: 1407))
    #expect(LicenceTerm.codes(.init(validFrom: leap), under: .init(years: 0), on: leap).count == 1)
  }

  @Test func `renewal opens some months before the end, and a first licence is never too early`() throws {
    let end = try JalaliDay(1406, 6, 31)
    let opens = try JalaliDay(1406, 3, 31)
    func count(_ day: JalaliDay, _ isRenewal: Bool) -> Int {
      RenewalNotice.codes(
        .init(validUntil: end, isRenewal: isRenewal), under: .init(monthsBefore: 3), on: day
      ).count
    }
    #expect(count(opens.adding(days: -1), true) == 1)
    #expect(count(opens, true) == 0)
    #expect(count(opens.adding(days: -90), false) == 0)
  }

  @Test func `nothing but an objection leads out of a closed state, and everything else may be dissolved`() {
    for from in InstituteState.allCases {
      let ways = InstituteLifecycle.transitions.filter { $0.move != .restore && $0.from.contains(from) }.flatMap(\.to)
      #expect(ways.isEmpty == from.isClosed)
      #expect(ways.contains(.dissolved) != from.isClosed)
      #expect(!ways.contains(.file))
    }
  }

  @Test func `a founding board has its number, not one fewer`() throws {
    let day = try JalaliDay(1405, 2, 1)
    for (founders, codes) in [(4, ["institutes.too-few-founders"]), (5, []), (6, [])] {
      #expect(FoundingBoard.codes(.init(founders: founders), under: .init(minimumFounders: 5), on: day) == codes)
    }
  }

  @Test func `a licence stands as its institute does, and its table has the steps that the institute's has`() throws {
    let moves: [(InstituteMove, LicenceMove)] = [
      (.suspend, .suspend), (.reinstate, .reinstate), (.expire, .expire), (.revoke, .revoke), (.dissolve, .end),
    ]
    for state in InstituteState.allCases {
      guard let licence = LicenceState(ofNewestIn: state) else { continue }
      for (move, own) in moves {
        let ends = InstituteLifecycle.targets(of: move, from: state).map { LicenceState(ofNewestIn: $0) }
        #expect(ends == LicenceLifecycle.targets(of: own, from: licence), "\(state) \(move)")
      }
      // The institute stays or becomes licensed by a new licence, and the one before is renewed.
      let isRenewed = InstituteLifecycle.targets(of: .renew, from: state) == [.licensed]
      #expect(LicenceLifecycle.targets(of: .renew, from: licence) == (isRenewed ? [.renewed] : []), "\(state)")
    }
    #expect(Set(InstituteMove.allCases).subtracting(moves.map(\.0)) == [.approve, .agreeInPrinciple, .license, .renew, .restore])
    #expect(LicenceMove.allCases.count == moves.count + 2)
    // An objection leads back to where the institute stood, also where it had no licence yet.
    for state in [InstituteState.suspended, .revoked, .dissolved] {
      let ends = InstituteLifecycle.targets(of: .restore, from: state).compactMap { LicenceState(ofNewestIn: $0) }
      #expect(try Set(ends) == Set(LicenceLifecycle.targets(of: .restore, from: #require(LicenceState(ofNewestIn: state)))), "\(state)")
    }
  }
}
