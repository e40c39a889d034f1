import Contracts
import Feature

/// Settles the cost per head on those who completed a course; somebody else than who enrolled, marked and evaluated them.
struct SettleCourse: DecidingAction {
  var course: Ref<CourseEntity>
  var people: [Ref<PersonEntity>]?

  struct Output: Codable, Sendable {
    var heads: Int
    var costPerHead: Rial
    var total: Rial
    var digitsFa: String
    var wordsFa: String
    var digitsEn: String
    var wordsEn: String
    /// Seated people on whom nothing was settled, each with the code of every objection.
    var leftOut: [LeftOut]
    /// Whether somebody is paid, and who.
    var payment: Payment
    var provider: Provider
    var payee: String?
    var iban: IBAN?
  }

  struct LeftOut: Codable, Sendable {
    var person: ID<PersonEntity>
    var objections: [String]
  }

  static let spec = Spec(
    "training.settle", "تسویهٔ سرانهٔ دوره", "Settle a course", .post, "/training/courses/{course}/settlement",
    permission: .trainingSettle, weight: .serious,
    fields: [
      "course": ("دوره", "the course"),
      "people": ("اشخاص؛ اگر نیاید همهٔ گذراندگان", "the people; all who completed when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> Output {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .settle, state: row.state), in: row.province)
    let cost = try work.parameters(of: Settlement.self, in: row.province).costPerHead
    let provision = try Provision.of(row.id, in: work.snapshot)
    if let provision { try work.requireSeparationOfDuties(on: provision) }
    let provider = provision?.provider ?? .office
    let payment: Payment = provider == .office ? .charge : .payable
    var heads: Int64 = 0
    var leftOut: [LeftOut] = []
    for enrolment in try candidates(of: row, work.snapshot) {
      let year = try YearSettled(enrolment, of: row, in: work.snapshot)
      let facts = try facts(enrolment, year, row, work.snapshot)
      if people != nil { try work.require(Settlement.self, facts, in: row.province) }
      let objections = people == nil ? try work.objections(Settlement.self, facts, in: row.province) : []
      guard objections.isEmpty else {
        leftOut.append(LeftOut(person: enrolment.person, objections: objections.map(\.code)))
        continue
      }
      try work.requireSeparationOfDuties(on: enrolment)
      try work.requireSeparationOfDuties(onAll: try work.all(Presence.self, "enrolment = ? ORDER BY id", enrolment.id))
      let settlement = try work.insert(
        CourseSettlement(
          province: row.province, course: row.id, enrolment: enrolment.id, person: enrolment.person, kind: row.kind,
          year: row.lastDay.year, amount: cost, settledOn: work.day))
      try work.insert(
        Charge(
          province: row.province, settlement: settlement.id, enrolment: enrolment.id, person: enrolment.person, kind: row.kind,
          year: settlement.year, ordinal: year.nextOrdinal(), payment: payment, provider: provider, payee: provision?.payee,
          iban: provision?.iban))
      heads += 1
    }
    guard heads > 0 else {
      throw Refusal.conflict(
        "training.nobody-to-settle", Texts("کسی برای تسویه نیست.", "There is nobody to settle for."))
    }
    let total = try cost.multiplied(by: heads)
    return Output(
      heads: Int(heads), costPerHead: cost, total: total, digitsFa: total.digitsFa, wordsFa: total.wordsFa,
      digitsEn: total.digitsEn, wordsEn: total.wordsEn, leftOut: leftOut, payment: payment, provider: provider,
      payee: provision?.payee, iban: provision?.iban)
  }

  private func candidates(of row: Course, _ snapshot: borrowing Snapshot) throws -> [Enrolment] {
    guard let people else {
      return try snapshot.all(Enrolment.self, "course = ? AND seat IS NOT NULL ORDER BY seat", row.id)
    }
    guard people.count <= row.capacity else {
      throw Refusal.input(
        "/people", "training.too-many", Texts("شمار افراد بیش از ظرفیت دوره است.", "There are more people than the course has seats."))
    }
    var named: [Enrolment] = []
    for person in people { named.append(try CourseFigures.enrolment(of: person, in: row, snapshot)) }
    return named
  }

  private func facts(
    _ enrolment: Enrolment, _ year: YearSettled, _ row: Course, _ snapshot: borrowing Snapshot
  ) throws -> Settlement.Facts {
    let certificate = try snapshot.first(Certificate.self, "enrolment = ? AND revoked_on IS NULL", enrolment.id)
    return Settlement.Facts(
      kind: row.kind, hasCompleted: enrolment.state == .completed, hasValidCertificate: certificate != nil,
      isConfirmed: enrolment.isConfirmed, isSettledThisYear: year.count > 0, settledThisYear: year.count,
      isSettledForCourse: year.isForCourse)
  }
}
