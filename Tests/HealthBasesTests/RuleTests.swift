@testable import HealthBases
import Jalali
import Rules
import Testing

@Suite struct `Rules of the health bases` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1406, 1, 1) }

  private func outcome(
    _ decision: YearDecision?, isTerminated: Bool = false, isLicensed: Bool = true, base: BaseState = .admitted,
    isModuleOn: Bool = true
  ) -> OutcomeKind {
    Renewal.outcome(
      of: Renewal.objections(
        to: .init(
          decision: decision, isTerminated: isTerminated, instituteState: "licensed", isLicensed: isLicensed, base: base,
          isModuleOn: isModuleOn), under: .init(), on: day))
  }

  @Test func `what cannot be mended lapses, what can is held`() {
    #expect(outcome(.approved) == .renewed)
    #expect(outcome(nil) == .lapsed)
    #expect(outcome(.disapproved) == .lapsed)
    #expect(outcome(.approved, isTerminated: true) == .lapsed)
    #expect(outcome(.approved, isLicensed: false) == .held)
    #expect(outcome(.approved, base: .suspended) == .held)
    #expect(outcome(.approved, isModuleOn: false) == .held)
    #expect(outcome(nil, isLicensed: false) == .lapsed)
  }

  @Test func `reminders begin with the earliest and end with the term`() throws {
    let parameters = RenewalReminders.Parameters(daysBefore: [7, 90, 30, 60])
    let end = try JalaliDay(1405, 12, 29)
    func codes(_ day: JalaliDay) -> [String] {
      RenewalReminders.objections(to: .init(ends: end), under: parameters, on: day).map(\.code)
    }
    #expect(codes(end.adding(days: -91)) == ["healthbases.reminder-too-early"])
    #expect(codes(end.adding(days: -90)).isEmpty)
    #expect(codes(end).isEmpty)
    #expect(codes(end.adding(days: 1)) == ["healthbases.reminder-too-late"])
    #expect(RenewalReminders.next(after: end.adding(days: -90), end: end, under: parameters) == end.adding(days: -60))
    #expect(RenewalReminders.next(after: end.adding(days: -7), end: end, under: parameters) == nil)
  }
}
