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

  @Test func `every combination of facts has exactly one outcome, renewed only with an approval`() {
    for decision in [nil, YearDecision.approved, .disapproved] {
      for bits in 0..<16 {
        let facts = Renewal.Facts(
          decision: decision, isTerminated: bits & 1 > 0, instituteState: .licensed, isLicensed: bits & 2 > 0,
          base: bits & 4 > 0 ? .admitted : .suspended, isModuleOn: bits & 8 > 0)
        let kind = Renewal.outcome(of: Renewal.objections(to: facts, under: .init(decisionWindow: 45), on: day))
        let isLapsed = decision != .approved || bits & 1 > 0
        #expect(kind == (isLapsed ? .lapsed : bits == 14 ? .renewed : .held))
      }
    }
  }

  @Test func `the undecided is held within its window and lapses after it, and the unreleased after the next term`() {
    func codes(_ decision: YearDecision?, window: Int? = nil, next: Int = 400, terminated: Bool = false, licensed: Bool = true) -> [String]
    {
      Renewal.codes(
        .init(
          decision: decision, isTerminated: terminated, instituteState: .licensed, isLicensed: licensed, base: .admitted, isModuleOn: true,
          windowEnds: window.map { day.adding(days: $0) }, nextEnds: day.adding(days: next)), under: .init(decisionWindow: 45), on: day)
    }
    #expect(codes(nil, window: 0) == ["healthbases.year-not-decided"] && codes(nil, window: -1) == ["healthbases.year-not-approved"])
    #expect(codes(nil, window: 9, terminated: true) == ["healthbases.terminated", "healthbases.year-not-approved"])
    #expect(codes(nil, window: 9, licensed: false) == ["healthbases.year-not-decided", "healthbases.not-licensed"])
    #expect(codes(.approved, next: 0) == [] && codes(.approved, next: -1) == ["healthbases.not-released"])
    #expect(Renewal.outcome(of: [.notDecided(until: day), .notLicensed(state: .expired)]) == .held)
    #expect(Renewal.outcome(of: [.baseSuspended, .notReleased(day)]) == .lapsed)
  }

  @Test func `a held agreement is released until the last day of the next term`() {
    func codes(_ kind: OutcomeKind, _ today: JalaliDay) -> [String] {
      HeldRelease.codes(.init(kind: kind, nextEnds: day), under: .init(), on: today)
    }
    #expect(codes(.held, day) == [])
    #expect(codes(.held, day.adding(days: 1)) == ["healthbases.release-too-late"])
    #expect(codes(.lapsed, day) == ["healthbases.not-held"])
    let decided = HeldRelease.Facts(kind: .held, nextEnds: day, isDecided: true)
    #expect(HeldRelease.codes(decided, on: day) == ["healthbases.settled-by-night"])
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

  @Test func `an early end has all three confirmations and a notice that has run out`() {
    func codes(_ confirmed: [Capacity], _ notice: Int, days: Int = 30) -> [String] {
      EarlyTermination.codes(
        .init(noticeOn: day.adding(days: notice), confirmed: confirmed), under: .init(noticeDays: days, noticeBefore: 30), on: day)
    }
    #expect(codes(Capacity.allCases, -31) == [])
    #expect(codes(Capacity.allCases, -30) == ["healthbases.notice-runs"])
    #expect(codes([.director, .official], -31) == ["healthbases.confirmation-missing"])
    #expect(codes([], 0).count == 4)
    #expect(codes(Capacity.allCases, -1, days: -5) == [] && codes(Capacity.allCases, 0, days: -5) == ["healthbases.notice-runs"])
  }

  @Test func `a notice is of the proposal's own time, and of the term`() {
    func first(_ days: Int, starts: Int) -> JalaliDay {
      EarlyTermination.firstNotice(
        on: day, termFrom: day.adding(days: starts), under: .init(noticeDays: 10, noticeBefore: days))
    }
    #expect(first(30, starts: -200) == day.adding(days: -30))
    #expect(first(30, starts: -12) == day.adding(days: -12))
    #expect(first(0, starts: -200) == day)
  }
}
