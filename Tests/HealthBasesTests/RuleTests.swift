import Contracts
@testable import HealthBases
import Jalali
import Feature
import TestKit
import Testing
import Values

@Suite struct `Rules of health bases` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 12, 29) }

  @Test func `steps of bases and agreements never lead back to the start`() {
    #expect(!BaseLifecycle.transitions.flatMap(\.to).contains(.proposed))
    #expect(!AgreementLifecycle.transitions.flatMap(\.from).contains(.ended))
    #expect(AgreementLifecycle.targets(of: .end, from: .terminated) == [.ended])
    #expect(AgreementLifecycle.targets(of: .resume, from: .terminated).isEmpty)
  }

  @Test func `first and last day of the term belong to it`() {
    func codes(_ activity: JalaliDay) -> [String] {
      let facts = ActivityInTerm.Facts(
        agreement: .active, base: .admitted, starts: day.adding(days: -10), ends: day, activity: activity)
      return ActivityInTerm.codes(facts, under: .init(), on: day.adding(days: 3))
    }
    #expect(codes(day.adding(days: -10)) == [] && codes(day) == [])
    #expect(codes(day.adding(days: -11)) == ["healthbases.outside-term"])
    #expect(codes(day.adding(days: 1)) == ["healthbases.outside-term"])
  }

  @Test func `a province may ask for fewer commitments, and a disapproval asks for none`() {
    func codes(_ decision: YearDecision, _ kept: [Commitment], _ minimum: Int) -> [String] {
      YearApproval.codes(
        .init(state: .active, decision: decision, kept: kept), under: .init(minimumCommitments: minimum), on: day
      )
    }
    #expect(codes(.approved, [.assets, .advocacy], 2) == [])
    #expect(codes(.approved, [.assets], 2) == ["healthbases.commitments-not-kept"])
    #expect(codes(.disapproved, [], 6) == [])
  }

  @Test func `every combination of facts has exactly one outcome, renewed only with an approval`() {
    for decision in [nil, YearDecision.approved, .disapproved] {
      for bits in 0..<16 {
        let facts = Renewal.Facts(
          decision: decision, isTerminated: bits & 1 > 0, instituteState: .licensed, isLicensed: bits & 2 > 0,
          base: bits & 4 > 0 ? .admitted : .suspended, isModuleOn: bits & 8 > 0)
        let kind = Renewal.outcome(of: Renewal.objections(to: facts, under: .init(), on: day))
        let isLapsed = decision != .approved || bits & 1 > 0
        #expect(kind == (isLapsed ? .lapsed : bits == 14 ? .renewed : .held))
      }
    }
  }

  @Test func `a held agreement is released until the last day of the next term`() {
    func codes(_ kind: OutcomeKind, _ today: JalaliDay) -> [String] {
      HeldRelease.codes(.init(kind: kind, nextEnds: day), under: .init(), on: today)
    }
    #expect(codes(.held, day) == [])
    #expect(codes(.held, day.adding(days: 1)) == ["healthbases.release-too-late"])
    #expect(codes(.lapsed, day) == ["healthbases.not-held"])
  }

  @Test func `reminders are taken in order of days, whatever the order of the list`() {
    let days = RenewalReminders.Parameters(daysBefore: [7, 90, -3, 30])
    let first = RenewalReminders.next(after: day.adding(days: -200), end: day, under: days)
    #expect(first == day.adding(days: -90))
    #expect(RenewalReminders.next(after: day.adding(days: -90), end: day, under: days) == day.adding(days: -30))
    #expect(RenewalReminders.next(after: day.adding(days: -7), end: day, under: days) == nil)
    #expect(RenewalReminders.codes(.init(ends: day), under: days, on: day.adding(days: -91)).count == 1)
    #expect(RenewalReminders.codes(.init(ends: day), under: days, on: day.adding(days: 1)).count == 1)
  }

  @Test func `a capacity is one's own, free, and one's only one`() {
    func count(_ holds: Bool, _ taken: Bool, _ confirmed: Bool) -> Int {
      ConfirmationCapacity.codes(
        .init(capacity: .deputy, holdsRole: holds, isTaken: taken, hasConfirmed: confirmed), under: .init(), on: day
      ).count
    }
    #expect(count(true, false, false) == 0)
    #expect(count(false, true, true) == 3)
  }

  @Test func `a base needs a licensed institute, a record that was seen and enough personnel`() {
    func codes(licensed: Bool = true, record: Bool = true, sighted: Bool = true, must: Bool = true, personnel: Int = 2) -> [String] {
      Admission.codes(
        .init(
          isLicensed: licensed, instituteState: .suspended, hasRecord: record, isRecordSighted: sighted, personnel: personnel),
        under: .init(minimumPersonnel: 2, mustSightRecord: must), on: day)
    }
    #expect(codes() == [] && codes(sighted: false, must: false) == [])
    #expect(codes(sighted: false) == ["healthbases.record-not-sighted"])
    #expect(codes(personnel: 1) == ["healthbases.too-few-personnel"])
    #expect(
      codes(licensed: false, record: false, sighted: false, personnel: 0) == [
        "healthbases.not-licensed", "healthbases.no-record", "healthbases.record-not-sighted", "healthbases.too-few-personnel",
      ])
  }

  @Test func `a term begins after the admission and is not over by today`() throws {
    func codes(_ starts: JalaliDay, admitted: JalaliDay?, _ rule: EndRule = .endOfJalaliYear) -> [String] {
      AgreementTerm.codes(.init(starts: starts, admittedOn: admitted), under: .init(endRule: rule), on: day)
    }
    let first = try JalaliDay(1405, 1, 1)
    #expect(codes(first, admitted: first) == [])
    #expect(codes(first, admitted: nil) == ["healthbases.not-admitted"])
    #expect(codes(first, admitted: first.adding(days: 1)) == ["healthbases.before-admission"])
    let last = try JalaliDay(1404, 12, 29)
    #expect(codes(last, admitted: last) == ["healthbases.term-over"])
    #expect(codes(last, admitted: day) == ["healthbases.before-admission", "healthbases.term-over"])
    #expect(codes(try JalaliDay(1404, 12, 29), admitted: last, .anniversary) == ["healthbases.term-over"])
    #expect(codes(day.adding(days: -300), admitted: day.adding(days: -300), .anniversary) == [])
  }

  @Test func `an early end has all three confirmations and a notice that has run out`() {
    func codes(_ confirmed: [Capacity], _ notice: Int, days: Int = 30) -> [String] {
      EarlyTermination.codes(
        .init(noticeOn: day.adding(days: notice), confirmed: confirmed), under: .init(noticeDays: days), on: day)
    }
    #expect(codes(Capacity.allCases, -31) == [])
    #expect(codes(Capacity.allCases, -30) == ["healthbases.notice-runs"])
    #expect(codes([.director, .official], -31) == ["healthbases.confirmation-missing"])
    #expect(codes([], 0).count == 4)
    #expect(codes(Capacity.allCases, -1, days: -5) == [] && codes(Capacity.allCases, 0, days: -5) == ["healthbases.notice-runs"])
  }
}
