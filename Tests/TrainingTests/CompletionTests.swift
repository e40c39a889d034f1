import Contracts
import Jalali
import Persian
import Engine
import Feature
import TestKit
import Testing
@testable import Training
import Values

@Suite struct `Completion and settlement` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 4)
  }

  /// Person 1 does well, 2 is a dehyar, 3 misses three days, 4 fails.
  private func deliver() throws {
    try academy.enrol(1)
    try academy.enrol(2, "dehyar")
    try academy.enrol(3)
    try academy.enrol(4)
    try academy.begin()
    try academy.hold { $0 <= 9 ? [1, 2, 3, 4] : [1, 2, 4] }
    try academy.evaluate(1, 90)
    try academy.evaluate(2, 60)
    try academy.evaluate(3, 80)
    try academy.evaluate(4, 59)
    try academy.advance(to: "evaluated")
  }

  @Test func `attendance is of half days that were held, and may be corrected`() throws {
    try academy.enrol(1)
    #expect(refusal { try academy.mark(1, "morning", present: [1]) } == ["training.not-at-this-step"])
    try academy.begin()
    #expect(refusal { try academy.mark(13, "morning", present: [1]) } == ["training.no-such-day"])
    #expect(refusingRule { try academy.mark(13, "morning", present: [1]) } == "training.attendance-record")
    #expect(refusal { try academy.mark(1, "morning", present: [2]) } == ["training.not-seated"])
    #expect(refusal { try academy.mark(2, "morning", present: [], heldOn: "1405/02/02") } == ["training.not-held-yet"])
    #expect(
      refusal { try academy.mark(1, "morning", present: [], heldOn: "1405/01/30") } == ["training.outside-course"])
    #expect(refusal { try academy.mark(1, "morning", present: [1, 2, 3, 4, 5]) } == ["training.too-many"])
    #expect(try academy.mark(1, "morning", present: [])["absent"] == 1)
    #expect(try academy.mark(1, "morning", present: [1])["present"] == 1)
    let rows = try academy.store.ask(
      "training.attendance", .record(["course": academy.course, "day": 1]), as: academy.deputy)
    #expect(rows["items"]?.items.count == 1)
    #expect(rows["items"]?.items.first?["isPresent"] == true)
  }

  @Test func `a score lies from 0 to 100 and belongs to a seat`() throws {
    for person in Int64(1)...5 { try academy.enrol(person) }
    try academy.begin()
    #expect(refusal { try academy.evaluate(1, 101) } == ["training.score-range"])
    #expect(refusal { try academy.evaluate(5, 50) } == ["training.not-seated"])
    #expect(refusal { try academy.evaluate(9, 50) } == ["not-found"])
  }

  @Test func `a certificate needs attendance, a passing score and the letter`() throws {
    try deliver()
    #expect(try academy.certify(1)["code"] == "CE-27-1405-0001")
    #expect(refusal { try academy.certify(1) } == ["conflict.exists"])
    #expect(refusal { try academy.certify(2) } == ["training.not-confirmed"])
    #expect(refusal { try academy.certify(3) } == ["training.absent"])
    #expect(refusal { try academy.certify(4) } == ["training.score"])
    try academy.confirm(2)
    #expect(try academy.certify(2)["person"] == 2)
  }

  @Test func `the rule compares half days exactly`() throws {
    let parameters = Completion.Parameters(minimumShare: 80, minimumScore: 60)
    func codes(_ present: Int, score: Int?, seated: Bool = true) -> [String] {
      let facts = Completion.Facts(
        isSeated: seated, halfDaysPresent: present, halfDays: 24, score: score, isConfirmed: true)
      return Completion.codes(facts, under: parameters, on: .earliest)
    }
    // 19 × 100 is less than 80 × 24, 20 × 100 is not.
    #expect(codes(19, score: 60) == ["training.absent"])
    #expect(codes(20, score: 60) == [])
    #expect(codes(24, score: nil) == ["training.no-score"])
    #expect(codes(24, score: 99, seated: false) == ["training.not-a-participant"])
  }

  @Test func `six million rials are settled on each who completed, in digits and words`() throws {
    try deliver()
    try academy.confirm(2)
    try academy.certify(1)
    try academy.certify(2)
    let answer = try academy.settle()
    #expect(answer["heads"] == 2)
    #expect(answer["total"] == 12_000_000)
    #expect(answer["digitsFa"] == "۱۲٬۰۰۰٬۰۰۰ ریال")
    #expect(answer["wordsFa"] == "دوازده میلیون ریال")
    #expect(answer["leftOut"]?.items.compactMap { $0["person"]?.integer } == [3, 4])
    #expect(answer["leftOut"]?.items.first?["objections"] == ["training.not-completed", "training.no-certificate"])
    #expect(refusal { try academy.settle([1]) } == ["training.already-settled"])
    #expect(refusal { try academy.settle([3]) } == ["training.not-completed", "training.no-certificate"])
    #expect(refusal { try academy.settle() } == ["training.nobody-to-settle"])
    let list = try academy.store.ask("training.settlements", .record(["year": 1405]), as: academy.deputy)
    #expect(list["items"]?.items.map { $0["amount"] } == [6_000_000, 6_000_000])
    #expect(try academy.store.ask("training.settlements", as: academy.foreigner)["items"] == .list([]))
  }

  @Test func `a revoked certificate counts no more from that day on`() throws {
    try deliver()
    try academy.certify(1)
    func revoke(as principal: Principal) throws {
      try academy.store.run(
        "training.revoke-certificate", .record(["certificate": "CE-27-1405-0001", "reason": "هویت نادرست"]), as: principal)
    }
    #expect(refusal { try revoke(as: academy.foreigner) } == ["not-found"])
    #expect(refusal { try revoke(as: academy.teacher) } == ["permission.missing"])
    academy.store.day = try JalaliDay(1405, 3, 1)
    try revoke(as: academy.director)
    #expect(refusal { try revoke(as: academy.director) } == ["training.revoked-already"])
    #expect(refusal { try academy.settle([1]) } == ["training.no-certificate"])
    let (before, after, covered) = try academy.store.snapshot { snapshot in
      let golestan = try Province(parsing: "IR-27")
      return (
        try snapshot.certified(among: [ID(1), ID(2)], on: try JalaliDay(1405, 2, 31)),
        try snapshot.certified(among: [ID(1), ID(2)], on: try JalaliDay(1405, 3, 1)),
        try snapshot.peopleCoveredByTraining(in: golestan, during: JalaliDay(1405, 2, 10)...JalaliDay(1405, 12, 29))
      )
    }
    #expect(before == [ID(1)])
    #expect(after == [])
    // The third stayed away from the tenth day on; one completed.
    #expect(covered.mapValues { $0.map(\.person) } == [.teaching: [ID(1), ID(2), ID(4)], .completion: [ID(1)]])
    let list = try academy.store.ask(
      "training.certificates", .record(["certificate": "CE-27-1405-0001"]), as: academy.deputy)
    #expect(list["items"]?.items.first?["revokedOn"] != .null)
  }

  @Test func `courses that S3 does not price carry no cost`() throws {
    let parameters = Settlement.Parameters(
      costPerHead: Rial(6_000_000), paidKinds: ["localFacilitatorWorkshop"], coursesPerYear: 1, costBearer: .organisation)
    let facts = Settlement.Facts(
      kind: .generalEducation, hasCompleted: true, hasValidCertificate: true, isConfirmed: false,
      isSettledThisYear: false)
    #expect(
      Settlement.codes(facts, under: parameters, on: .earliest)
        == ["training.kind-without-cost", "training.not-confirmed"])
  }
}

@Suite struct `A sheet of attendance` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 4)
    for person in Int64(1)...3 { try academy.enrol(person) }
    try academy.begin()
    academy.store.day = try JalaliDay(1405, 2, 12)
  }

  @discardableResult
  private func bring(_ csv: String) throws -> SheetReport {
    try academy.store.bring("training.mark-attendance", csv, given: ["course=CO-27-1405-0001"], as: academy.teacher)
  }

  private func presences() throws -> [[Value]] {
    let items = try academy.store.ask("training.attendance", .record(["course": academy.course]), as: academy.deputy)["items"]?.items ?? []
    return items.map { [$0["day"] ?? .null, $0["half"] ?? .null, $0["person"] ?? .null, $0["isPresent"] ?? .null] }
  }

  @Test func `has a row a person and a column a half day; a column without a cell was not held`() throws {
    let report = try bring(
      """
      شخص,روز ۱ پیش از ظهر 1405/02/01,1 afternoon 1405/02/01,۲ پیش از ظهر 1405/02/02
      1,ح,بله,
      2,غ,1,
      3,,0,
      """)
    #expect(report.refused.isEmpty && report.rows == 2 && report.changed == 2, "\(report.causes)")
    let rows = try presences()
    #expect(rows.count == 6)
    #expect(rows.filter { $0[1] == "morning" && $0[3] == true }.map { $0[2] } == [1])
    #expect(Set(rows.filter { $0[1] == "afternoon" && $0[3] == true }.compactMap { $0[2].integer }) == [1, 2])
  }

  @Test func `corrects a half day when it comes again, and can be taken back`() throws {
    try bring("شخص,1 morning 1405/02/01\n1,ح\n2,ح\n3,ح\n")
    let report = try bring("شخص,1 morning 1405/02/01\n1,ح\n2,غ\n3,ح\n")
    #expect(report.changed == 1)
    #expect(try presences().first { $0[2] == 2 }?[3] == false)
    try academy.store.run("imports.undo", .record(["batch": 2, "reason": "اشتباه"]), as: academy.teacher)
    #expect(try presences().first { $0[2] == 2 }?[3] == true)
    try academy.store.run("imports.undo", .record(["batch": 1, "reason": "اشتباه"]), as: academy.teacher)
    #expect(try presences().isEmpty)
  }

  @Test func `that cannot be read as half days is refused as a whole, with the column`() throws {
    #expect(refusal { _ = try bring("شخص,صبح\n1,ح\n") } == ["import.matrix-column"])
    #expect(try bring("شخص,روز ۲ صبح 1405/02/02,۲ بعدازظهر 1405/02/02\n1,ح,غ\n").changed == 2)
    try academy.store.run("imports.undo", .record(["batch": 1, "reason": "اشتباه"]), as: academy.teacher)
    #expect(refusal { _ = try bring("شخص,1 morning,1 morning\n1,ح,غ\n") } == ["import.column-twice"])
    #expect(
      refusal { _ = try bring("شخص,1 morning\n1,ح\n,ح\n1,غ\n2,ح,ح\n") } == [
        "import.matrix-row", "import.matrix-row-twice", "import.width",
      ])
    #expect(
      refusal {
        _ = try academy.store.bring(
          "training.mark-attendance", "شخص,1 morning\n1,ح\n", given: ["course=CO-27-1405-0001", "day=5"], as: academy.teacher)
      } == ["import.column-given"])
    #expect(refusal { _ = try bring("شخص,1 morning\n1,شاید\n") } == ["import.matrix-cell"])
    let report = try bring("شخص,1 morning 1405/02/01,13 morning 1405/02/01\n1,ح,ح\n")
    #expect(report.refused.count == 1 && report.kept == 0)
    #expect(try presences().isEmpty)
  }
}

@Suite struct `A sheet of enrolments` {
  @Test func `is not taken back under those who wait for its seats`() throws {
    let academy = try Academy()
    try academy.schedule(capacity: 2)
    try academy.store.bring(
      "training.enrol", "course,person,kind\nCO-27-1405-0001,1,localFacilitator\nCO-27-1405-0001,2,localFacilitator\n", as: academy.teacher)
    let waiting = try academy.enrol(3)
    #expect(waiting["state"] == "reserve")
    func undo() throws { try academy.store.run("imports.undo", .record(["batch": 1, "reason": "اشتباه"]), as: academy.teacher) }
    #expect(refusal { try undo() } == ["import.undo-rests"])
    try academy.store.run("training.withdraw", .record(["course": academy.course, "person": 3, "reason": "رفت"]), as: academy.teacher)
    #expect(refusal { try undo() } == ["import.undo-rests"], "it stands there still, and was changed")
  }
}
