import Contracts
@testable import HealthBases
import Jalali
import Feature
import TestKit
import Testing
import Values

@Suite struct `Rules of a base's year` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 12, 29) }

  @Test func `first and last day of the term belong to it, and after it a window is needed`() {
    func codes(
      _ activity: Int, today: Int = 0, _ state: AgreementState = .active, window: Int? = nil, reason: Bool? = nil, licensed: Bool? = nil,
      base: BaseState = .admitted
    ) -> [String] {
      ActivityInTerm.codes(
        .init(
          agreement: state, base: base, starts: day.adding(days: -10), ends: day, activity: day.adding(days: activity),
          windowEnds: window.map { day.adding(days: $0) }, hasReason: reason, isLicensed: licensed),
        under: .init(lateAfter: 30), on: day.adding(days: today))
    }
    #expect(codes(-10) == [] && codes(0) == [])
    #expect(codes(-11) == ["healthbases.outside-term"] && codes(1, today: 1) == ["healthbases.outside-term"])
    #expect(codes(0, today: 3, .ended) == ["healthbases.not-in-force"])
    #expect(codes(0, today: 3, .ended, window: 3) == ["healthbases.late-without-reason"])
    #expect(codes(0, today: 3, .ended, window: 3, reason: true) == [])
    #expect(codes(0, today: 4, .ended, window: 3, reason: true) == ["healthbases.not-in-force"])
    #expect(codes(2, today: 3, .ended, window: 3, licensed: true) == [])
    #expect(codes(2, today: 3, .ended, window: 3, licensed: false) == ["healthbases.not-licensed"])
    #expect(codes(4, today: 3, .ended, window: 3, licensed: true) == ["healthbases.activity-in-future"])
    #expect(codes(2, today: 3, .ended, window: 3, licensed: true, base: .suspended) == ["healthbases.base-suspended"])
  }

  @Test func `what is recorded after the term or more than thirty days later is late`() {
    func isLate(_ activity: Int, _ today: Int) -> Bool {
      ActivityInTerm.isLate(
        .init(agreement: .active, base: .admitted, starts: day.adding(days: -300), ends: day, activity: day.adding(days: activity)),
        under: .init(lateAfter: 30), on: day.adding(days: today))
    }
    #expect(!isLate(-40, -10) && isLate(-40, -9))
    #expect(!isLate(0, 0) && isLate(0, 1) && !isLate(1, 2))
  }

  private static let standard = YearApproval.Parameters(minimumCommitments: 6, decisionMonths: 2, quartersServed: 3)

  @Test func `a province may ask for fewer commitments, and a disapproval asks for none`() {
    func codes(_ decision: YearDecision, _ kept: [Commitment], _ minimum: Int) -> [String] {
      YearApproval.codes(
        .init(state: .active, decision: decision, kept: kept),
        under: .init(minimumCommitments: minimum, decisionMonths: 2, quartersServed: 3), on: day)
    }
    #expect(codes(.approved, [.assets, .advocacy], 2) == [])
    #expect(codes(.approved, [.assets], 2) == ["healthbases.commitments-not-kept"])
    #expect(codes(.disapproved, [], 6) == [])
  }

  @Test func `a year is decided from 1 Bahman on, in leap and common years, and in the last two months of any other`() throws {
    func first(_ year: Int, _ month: Int, _ day: Int) throws -> JalaliDay {
      YearApproval.firstDay(before: try JalaliDay(year, month, day), under: Self.standard)
    }
    #expect(try first(1403, 12, 30) == JalaliDay(1403, 11, 1))
    #expect(try first(1404, 12, 29) == JalaliDay(1404, 11, 1))
    #expect(try first(1406, 1, 31) == JalaliDay(1405, 12, 1))
    #expect(try first(1405, 6, 31) == JalaliDay(1405, 5, 1))
  }

  @Test func `a decided year is revised and not decided again, and an ended one only in its window`() {
    func codes(_ state: AgreementState, earlier: YearDecision? = nil, window: Int? = nil, today: Int = 0) -> [String] {
      YearApproval.codes(
        .init(
          state: state, decision: .disapproved, kept: [], earlier: earlier, starts: day.adding(days: -300), ends: day, idleDays: 0,
          quarters: [], windowEnds: window.map { day.adding(days: $0) }), under: Self.standard, on: day.adding(days: today))
    }
    #expect(codes(.active) == [] && codes(.suspended) == [])
    #expect(codes(.active, earlier: .approved) == ["healthbases.year-decided"])
    #expect(codes(.active, today: -58) == [] && codes(.active, today: -59) == ["healthbases.decision-early"])
    #expect(codes(.ended, today: 1) == ["healthbases.year-settled"] && codes(.terminated) == ["healthbases.year-settled"])
    #expect(codes(.ended, window: 45, today: 45) == [] && codes(.ended, window: 45, today: 46) == ["healthbases.year-settled"])
  }

  /// Days, commitments and quarters by hand: 365 or 366 days a year, six commitments, three quarters.
  @Test func `a shorter term owes its share, rounded up, and days of suspension shorten it`() throws {
    func owed(_ starts: JalaliDay, _ ends: JalaliDay, idle: Int = 0) -> [Int] {
      let owed = YearApproval.owed(
        .init(state: .active, decision: .approved, kept: [], starts: starts, ends: ends, idleDays: idle, quarters: []), under: Self.standard
      )
      return [owed.commitments, owed.quarters, owed.isShort ? 1 : 0]
    }
    let last = try JalaliDay(1404, 12, 29)
    #expect(owed(try JalaliDay(1404, 1, 1), last) == [6, 3, 0])
    // 179 days: 6 × 179 ÷ 365 = 2.94; 3 × 179 ÷ 365 = 1.47.
    #expect(owed(try JalaliDay(1404, 7, 1), last) == [3, 2, 1])
    // 89 days: 1.46 and 0.73.
    #expect(owed(try JalaliDay(1404, 10, 1), last) == [2, 1, 1])
    // 365 − 122 = 243 days: 3.99 and 1.997; one day less idle: 244 days: 4.01 and 2.005.
    #expect(owed(try JalaliDay(1404, 1, 1), last, idle: 122) == [4, 2, 1])
    #expect(owed(try JalaliDay(1404, 1, 1), last, idle: 121) == [5, 3, 1])
    #expect(owed(try JalaliDay(1404, 1, 1), last, idle: 365) == [0, 0, 1])
    // A leap year has 366 days, and a year from its last day 365.
    #expect(owed(try JalaliDay(1403, 1, 1), try JalaliDay(1403, 12, 30)) == [6, 3, 0])
    #expect(owed(try JalaliDay(1403, 12, 30), last) == [6, 3, 0])
  }

  @Test func `a short year needs its assessment, and a year the quarters it owes`() throws {
    func codes(_ starts: JalaliDay, _ kept: [Commitment], _ quarters: [Int]) -> [String] {
      YearApproval.codes(
        .init(
          state: .active, decision: .approved, kept: kept, starts: starts, ends: day, idleDays: 0, quarters: quarters),
        under: Self.standard, on: day)
    }
    let winter = try JalaliDay(1405, 10, 1)
    #expect(codes(winter, [.needsAssessment, .assets], [14054]) == [])
    #expect(codes(winter, [.advocacy, .assets], [14054]) == ["healthbases.no-needs-assessment"])
    #expect(codes(winter, [.needsAssessment], []) == ["healthbases.commitments-not-kept", "healthbases.quarters-not-served"])
    let spring = try JalaliDay(1405, 1, 1)
    #expect(codes(spring, Commitment.allCases, [14051, 14053, 14054]) == [])
    #expect(codes(spring, Commitment.allCases, [14051, 14053]) == ["healthbases.quarters-not-served"])
    #expect(YearQuarter.texts(14051) == Texts("بهار ۱۴۰۵", "spring 1405") && YearQuarter.number(of: winter) == 14054)
  }

  @Test func `a term begins after the admission and is not over by today`() throws {
    func codes(_ starts: JalaliDay, admitted: JalaliDay?, _ rule: EndRule = .endOfJalaliYear) -> [String] {
      AgreementTerm.codes(
        .init(starts: starts, admittedOn: admitted), under: .init(endRule: rule, startsBefore: 90, startsAfter: 90, leastMonths: 0), on: day
      )
    }
    let first = try JalaliDay(1405, 10, 1)
    #expect(codes(first, admitted: first) == [])
    #expect(codes(first, admitted: nil) == ["healthbases.not-admitted"])
    #expect(codes(first, admitted: first.adding(days: 1)) == ["healthbases.before-admission"])
    let last = try JalaliDay(1404, 12, 29)
    #expect(codes(last, admitted: last) == ["healthbases.term-over"])
    #expect(codes(last, admitted: day) == ["healthbases.before-admission", "healthbases.term-over"])
    #expect(codes(try JalaliDay(1404, 12, 29), admitted: last, .anniversary) == ["healthbases.term-over"])
    #expect(codes(day.adding(days: -80), admitted: day.adding(days: -300), .anniversary) == [])
  }

  @Test func `a term begins near its signature, and a first one is three months at least`() throws {
    func codes(_ starts: JalaliDay, on today: JalaliDay, _ rule: EndRule = .endOfJalaliYear) throws -> [String] {
      AgreementTerm.codes(
        .init(starts: starts, admittedOn: try JalaliDay(1400, 1, 1)),
        under: .init(endRule: rule, startsBefore: 30, startsAfter: 90, leastMonths: 3), on: today)
    }
    let summer = try JalaliDay(1405, 5, 1)
    #expect(try codes(summer.adding(days: -30), on: summer) == [])
    #expect(try codes(summer.adding(days: -31), on: summer) == ["healthbases.starts-long-ago"])
    #expect(try codes(summer.adding(days: 90), on: summer) == [])
    #expect(try codes(summer.adding(days: 91), on: summer) == ["healthbases.starts-far-ahead"])
    let winter = try JalaliDay(1405, 10, 1)
    #expect(try codes(winter, on: winter) == [])
    #expect(try codes(winter.adding(days: 1), on: winter) == ["healthbases.term-too-short"])
    #expect(try codes(winter.adding(days: 1), on: winter, .anniversary) == [])
    let standard = AgreementTerm.Parameters(endRule: .endOfJalaliYear, startsBefore: 30, startsAfter: 90, leastMonths: 3)
    #expect(AgreementTerm.firstStart(on: winter, under: standard) == winter)
    #expect(try AgreementTerm.firstStart(on: winter.adding(days: 1), under: standard) == JalaliDay(1406, 1, 1))
  }

  @Test func `a year from the leap day ends on the last day of the next year`() throws {
    func last(_ rule: EndRule, _ year: Int, _ month: Int, _ day: Int) throws -> JalaliDay {
      AgreementTerm.lastDay(
        from: try JalaliDay(year, month, day), under: .init(endRule: rule, startsBefore: 30, startsAfter: 90, leastMonths: 3))
    }
    #expect(try last(.anniversary, 1403, 12, 30) == JalaliDay(1404, 12, 29))
    #expect(try last(.anniversary, 1403, 12, 29) == JalaliDay(1404, 12, 28))
    #expect(try last(.anniversary, 1404, 1, 1) == JalaliDay(1404, 12, 29))
    #expect(try last(.endOfJalaliYear, 1403, 1, 1) == JalaliDay(1403, 12, 30))
  }

  @Test func `a decision is revised by its taker, to the other side`() {
    func codes(_ earlier: YearDecision?, _ decision: YearDecision, isTaker: Bool = true) -> [String] {
      DecisionRevision.codes(.init(earlier: earlier, decision: decision, isTaker: isTaker), on: day)
    }
    #expect(codes(.approved, .disapproved) == [] && codes(.disapproved, .approved) == [])
    #expect(codes(nil, .approved) == ["healthbases.nothing-to-revise"])
    #expect(codes(.approved, .approved, isTaker: false) == ["healthbases.same-decision", "healthbases.not-the-taker"])
  }
}
