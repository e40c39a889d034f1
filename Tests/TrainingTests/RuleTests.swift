import Feature
import Jalali
import Persian
import TestKit
import Testing

@testable import Training

@Suite struct `Rules of training` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `each work of a course has its steps`() {
    let table: [(WorkAtStep.Work, [CourseState])] = [
      (.enrol, [.planned, .invited, .ready, .delivering]),
      (.withdraw, [.planned, .invited, .ready, .delivering]),
      (.confirmOutside, CourseState.allCases),
      (.markAttendance, [.delivering]), (.evaluate, [.delivering]), (.certify, [.evaluated, .closed]), (.settle, [.evaluated, .closed]),
      (.reschedule, [.planned, .invited, .ready, .delivering]),
    ]
    #expect(table.map(\.0) == WorkAtStep.Work.allCases)
    for (work, steps) in table {
      for state in CourseState.allCases {
        let codes = WorkAtStep.codes(.init(work: work, state: state), on: day)
        #expect(codes == (steps.contains(state) ? [] : ["training.not-at-this-step"]), "\(work) \(state)")
      }
    }
  }

  @Test func `a step of a course waits for the work before it`() {
    func codes(
      _ to: CourseState, in days: Int = 0, seated: Int = 3, requisites: Bool = true, marked: Int = 24, unscored: Int = 0
    ) -> [String] {
      StepReadiness.codes(
        .init(
          to: to, firstDay: day.adding(days: days), seated: seated, hasRequisites: requisites, halfDaysMarked: marked, halfDays: 24,
          withoutScore: unscored), on: day)
    }
    for state in CourseState.allCases { #expect(codes(state) == [], "\(state)") }
    #expect(codes(.invited, seated: 0) == ["training.nobody-invited"])
    #expect(codes(.ready, seated: 0, requisites: false) == ["training.no-requisites"])
    #expect(codes(.delivering, in: 1, seated: 0) == ["training.nobody-invited", "training.too-early"])
    #expect(codes(.evaluated, marked: 23, unscored: 1) == ["training.attendance-missing", "training.scores-missing"])
    #expect(codes(.closed, in: 9, seated: 0, requisites: false, marked: 0, unscored: 9) == [])
  }

  @Test func `attendance is of a day of the course that has come, and of those who are seated`() {
    func codes(_ number: Int, _ held: Int, strangers: Int = 0) -> [String] {
      AttendanceRecord.codes(
        .init(
          day: number, days: 12, heldOn: day.adding(days: held), firstDay: day.adding(days: -5), lastDay: day.adding(days: 6),
          strangers: strangers), on: day)
    }
    #expect(codes(1, -5) == [] && codes(12, 0) == [])
    #expect(codes(0, 0) == ["training.no-such-day"] && codes(13, 0) == ["training.no-such-day"])
    #expect(codes(1, -6) == ["training.outside-course"])
    #expect(codes(1, 1) == ["training.not-held-yet"])
    #expect(
      codes(13, 7, strangers: 2) == ["training.no-such-day", "training.outside-course", "training.not-held-yet", "training.not-seated"])
  }

  @Test func `a day of a course comes after the one before it and has one date for both halves`() {
    func codes(before: Int? = nil, after: Int? = nil, other: Int? = nil, late: Int? = nil) -> [String] {
      AttendanceRecord.codes(
        .init(
          day: 2, days: 12, heldOn: day, firstDay: day.adding(days: -5), lastDay: day.adding(days: 6), strangers: 0,
          before: before.map { day.adding(days: $0) }, after: after.map { day.adding(days: $0) },
          otherHalf: other.map { day.adding(days: $0) }, notYetEnrolled: late), on: day)
    }
    #expect(codes(before: -1, after: 1, other: 0, late: 0) == [])
    #expect(codes(before: 0) == ["training.day-order"] && codes(after: 0) == ["training.day-order"])
    #expect(codes(other: -1) == ["training.other-half-date"] && codes(other: 1) == ["training.other-half-date"])
    #expect(codes(late: 1) == ["training.not-yet-enrolled"])
  }

  @Test func `a course that is moved keeps the days that were held and has room for the others`() {
    func codes(first: Int, last: Int, held: ClosedRange<Int>?, left: Int) -> [String] {
      DaysMoved.codes(
        .init(
          firstDay: day.adding(days: first), lastDay: day.adding(days: last), firstHeld: held.map { day.adding(days: $0.lowerBound) },
          lastHeld: held.map { day.adding(days: $0.upperBound) }, daysLeft: left), on: day)
    }
    #expect(codes(first: 0, last: 11, held: nil, left: 12) == [])
    #expect(
      codes(first: 0, last: 11, held: 0...3, left: 8) == []
        && codes(first: 0, last: 10, held: 0...3, left: 8) == ["training.no-room-for-days"])
    #expect(codes(first: 1, last: 11, held: 0...3, left: 8) == ["training.held-before"])
  }

  @Test func `nobody sits twice at one time`() {
    func codes(_ present: [String], _ enrolled: [String]) -> [String] {
      OneSeat.codes(.init(presentElsewhere: present, enrolledElsewhere: enrolled), on: day)
    }
    #expect(codes([], []) == [])
    #expect(codes(["PE-27-1405-0001 · CO-27-1405-0002"], []) == ["training.present-elsewhere"])
    #expect(codes([], ["CO-27-1405-0002"]) == ["training.enrolled-elsewhere"])
  }

  @Test func `who comes late is let in while the least share of all half days is within reach, exactly`() {
    func codes(_ marked: Int, of all: Int = 24, _ share: Int = 80) -> [String] {
      LateEnrolment.codes(.init(halfDays: all, halfDaysMarked: marked, minimumShare: share), on: day)
    }
    #expect(codes(0) == [] && codes(4) == [] && codes(5) == ["training.share-out-of-reach"])
    #expect(codes(4, of: 20) == [] && codes(5, of: 20) == ["training.share-out-of-reach"])
    #expect(codes(0, 100) == [] && codes(1, 100) == ["training.share-out-of-reach"])
  }

  @Test func `whoever is paid for a course has an account, and the office has none`() {
    func codes(_ provider: Provider, payee: Bool, iban: Bool) -> [String] {
      ProviderPayee.codes(.init(provider: provider, hasPayee: payee, hasIBAN: iban), on: day)
    }
    #expect(codes(.office, payee: false, iban: false) == [] && codes(.clinic, payee: true, iban: true) == [])
    #expect(codes(.office, payee: true, iban: false) == ["training.payee-of-office"])
    #expect(codes(.institute, payee: false, iban: false) == ["training.no-payee", "training.no-iban"])
  }

  @Test func `a person is settled as often as a year allows, once for a course, and where the organisation bears the cost`() {
    func codes(_ times: Int?, of most: Int = 1, here: Bool? = false, before: Bool = false, _ bearer: CostBearer = .organisation) -> [String]
    {
      Settlement.codes(
        .init(
          kind: .localFacilitatorWorkshop, hasCompleted: true, hasValidCertificate: true, isConfirmed: true, isSettledThisYear: before,
          settledThisYear: times, isSettledForCourse: here),
        under: .init(
          costPerHead: Rial(6_000_000), paidKinds: ["localFacilitatorWorkshop"], coursesPerYear: most, costBearer: bearer), on: day)
    }
    #expect(codes(0) == [] && codes(1) == ["training.already-settled"])
    #expect(codes(1, of: 2) == [] && codes(2, of: 2) == ["training.already-settled"])
    #expect(codes(1, of: 2, here: true) == ["training.already-settled"])
    #expect(codes(0, .participant) == ["training.cost-borne-elsewhere"])
    // Facts of the first version.
    #expect(codes(nil, here: nil, before: true) == ["training.already-settled"] && codes(nil, here: nil) == [])
  }

  @Test func `a course has room for its days, a capacity within bounds and the newest curriculum, near today`() {
    func codes(first: Int = 0, last: Int, capacity: Int, newest: Bool = true) -> [String] {
      CoursePlan.codes(
        .init(
          firstDay: day.adding(days: first), lastDay: day.adding(days: last), days: 12, capacity: capacity, isNewestVersion: newest),
        under: .init(largestCapacity: 40, scheduleWithinDays: 730, scheduleBackDays: 92), on: day)
    }
    #expect(codes(last: 730, capacity: 1) == [] && codes(last: 731, capacity: 1) == ["training.too-far-ahead"])
    #expect(codes(first: -92, last: 0, capacity: 1) == [] && codes(first: -93, last: 0, capacity: 1) == ["training.too-long-ago"])
    #expect(codes(last: 11, capacity: 1) == [] && codes(last: 11, capacity: 40) == [])
    #expect(codes(last: 10, capacity: 20) == ["training.too-short"])
    #expect(codes(last: 11, capacity: 0) == ["training.capacity"] && codes(last: 11, capacity: 41) == ["training.capacity"])
    #expect(codes(last: 0, capacity: 0, newest: false) == ["training.too-short", "training.capacity", "training.old-version"])
  }

  @Test func `the shares of the national plan are its total, each province once`() {
    func codes(_ shares: (String, Int)..., years: Int = 0) -> [String] {
      NationalPlan.codes(
        .init(provinces: shares.map(\.0), numbers: shares.map(\.1), year: day.year + years),
        under: .init(total: 3_000, yearsBack: 1, yearsAhead: 5), on: day)
    }
    #expect(codes(("IR-27", 1_000), ("IR-16", 2_000)) == [])
    for years in [-1, 5] { #expect(codes(("IR-27", 3_000), years: years) == []) }
    for years in [-2, 6] { #expect(codes(("IR-27", 3_000), years: years) == ["training.plan-year"]) }
    #expect(codes(("IR-27", 1_000), ("IR-16", 1_999)) == ["training.plan-sum"])
    #expect(codes(("IR-27", 1_000), ("IR-27", 2_000)) == ["training.plan-province-twice"])
    #expect(codes(("IR-27", -1), ("IR-16", 3_001)) == ["training.plan-negative"])
    #expect(codes(("IR-27", 9_007_199_254_740_991), ("IR-16", 1)) == ["training.plan-sum"])
  }

  @Test func `only a dehyar or behvarz needs a letter, numbered and not of tomorrow`() {
    for kind in ParticipantKind.allCases {
      let isOutside = kind == .dehyar || kind == .behvarz
      #expect(
        OutsideConfirmation.codes(.init(kind: kind, letterNumber: "12", letterDate: day), under: .init(letterBackDays: 366), on: day)
          == (isOutside ? [] : ["training.confirmation-not-needed"]))
    }
    let empty = OutsideConfirmation.Facts(kind: .dehyar, letterNumber: "", letterDate: day.adding(days: 1))
    #expect(
      OutsideConfirmation.codes(empty, under: .init(letterBackDays: 366), on: day)
        == ["training.letter-number", "training.letter-in-future"])
  }

  @Test func `a letter is as old as the parameter allows, and not a day older`() {
    func codes(_ back: Int) -> [String] {
      OutsideConfirmation.codes(
        .init(kind: .behvarz, letterNumber: "12", letterDate: day.adding(days: -back)), under: .init(letterBackDays: 366), on: day)
    }
    #expect(codes(366) == [] && codes(367) == ["training.letter-too-old"])
  }

  @Test func `a curriculum names every half day once, and the workshop has S3's days`() {
    func codes(_ kind: CourseKind, _ days: Int, _ halfDays: [String]? = nil) -> [String] {
      let all = days < 1 ? [] : (1...days).flatMap { ["\($0)-morning", "\($0)-afternoon"] }
      return TemplateShape.codes(
        .init(kind: kind, days: days, halfDays: halfDays ?? all), under: .init(workshopDays: 12, longestCourse: 60), on: day)
    }
    #expect(codes(.localFacilitatorWorkshop, 12) == [] && codes(.generalEducation, 60) == [])
    #expect(codes(.localFacilitatorWorkshop, 11) == ["training.workshop-days"])
    #expect(codes(.generalEducation, 61) == ["training.course-length"])
    #expect(codes(.localFacilitatorWorkshop, 0) == ["training.workshop-days", "training.course-length"])
    #expect(codes(.generalEducation, 1, ["1-morning"]) == ["training.half-days"])
    #expect(codes(.generalEducation, 1, ["1-morning", "1-morning"]) == ["training.half-days"])
    #expect(codes(.generalEducation, 1, ["1-afternoon", "1-morning"]) == [])
  }

  @Test func `a member of an organisation shows a sighted proof that is valid`() {
    func codes(_ kind: ParticipantKind = .ngoMember, filed: Bool = true, sighted: Bool = true, until: Int? = nil) -> [String] {
      WhoMayAttend.codes(
        .init(kind: kind, isFiled: filed, isSighted: sighted, validUntil: until.map { day.adding(days: $0) }), on: day)
    }
    #expect(codes() == [] && codes(until: 0) == [])
    #expect(codes(filed: false, sighted: false, until: -1) == ["training.membership-missing"])
    #expect(codes(sighted: false) == ["training.membership-not-sighted"])
    #expect(codes(sighted: false, until: -1) == ["training.membership-not-sighted", "training.membership-expired"])
    #expect(codes(.localFacilitator, filed: false, sighted: false) == [])
  }
}
