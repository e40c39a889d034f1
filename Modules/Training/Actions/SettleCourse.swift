public import Contracts
import Jalali
public import Persian
public import Registry
public import Values

/// Settles the cost per head on those who completed a course; somebody else than who evaluated and certified them.
public struct SettleCourse: Action {
  public var course: Ref<CourseEntity>
  public var people: [Ref<PersonEntity>]?

  public struct Outcome: Codable, Sendable {
    public var heads: Int
    public var costPerHead: Rial
    public var total: Rial
    public var digitsFa: String
    public var wordsFa: String
    public var digitsEn: String
    public var wordsEn: String
    /// Seated people on whom nothing was settled, each with the code of every objection.
    public var leftOut: [LeftOut]
  }

  public struct LeftOut: Codable, Sendable {
    public var person: ID<PersonEntity>
    public var objections: [String]
  }

  public static let spec = Spec(
    "training.settle", "تسویهٔ سرانهٔ دوره", "Settle a course", .post, "/training/courses/{course}/settlement",
    permission: .trainingSettle, weight: .serious,
    fields: [
      "course": ("دوره", "the course"),
      "people": ("اشخاص؛ اگر نیاید همهٔ گذراندگان", "the people; all who completed when left out"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Outcome {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .settle, state: row.state), in: row.province)
    let cost = try work.parameters(of: Settlement.self, in: row.province).costPerHead
    var heads: Int64 = 0
    var leftOut: [LeftOut] = []
    for enrolment in try candidates(of: row, work.look) {
      let certificate = try work.first(Certificate.self, "enrolment = ? AND revoked_on IS NULL", enrolment.id)
      let facts = try facts(enrolment, certificate, row, work.look)
      if people != nil { try work.require(Settlement.self, facts, in: row.province) }
      let objections = people == nil ? try work.objections(Settlement.self, facts, in: row.province) : []
      guard objections.isEmpty else {
        leftOut.append(LeftOut(person: enrolment.person, objections: objections.map(\.code)))
        continue
      }
      try work.requireFreshEyes(on: enrolment)
      if let certificate { try work.requireFreshEyes(on: certificate) }
      try work.insert(
        CourseSettlement(
          province: row.province, course: row.id, enrolment: enrolment.id, person: enrolment.person, kind: row.kind,
          year: row.lastDay.year, amount: cost, settledOn: work.day))
      heads += 1
    }
    guard heads > 0 else {
      throw Refusal.conflict(
        "training.nobody-to-settle", Texts("کسی برای تسویه نیست.", "There is nobody to settle for."))
    }
    let total = try cost.multiplied(by: heads)
    return Outcome(
      heads: Int(heads), costPerHead: cost, total: total, digitsFa: total.digitsFa, wordsFa: total.wordsFa,
      digitsEn: total.digitsEn, wordsEn: total.wordsEn, leftOut: leftOut)
  }

  private func candidates(of row: Course, _ look: borrowing Look) throws -> [Enrolment] {
    guard let people else {
      return try look.all(Enrolment.self, "course = ? AND seat IS NOT NULL ORDER BY seat", row.id)
    }
    guard people.count <= row.capacity else {
      throw Refusal.input(
        "/people", "training.too-many", Texts("بیش از ظرفیت دوره است.", "These are more than the course has seats."))
    }
    var named: [Enrolment] = []
    for person in people { named.append(try CourseFigures.enrolment(of: person, in: row, look)) }
    return named
  }

  private func facts(
    _ enrolment: Enrolment, _ certificate: Certificate?, _ row: Course, _ look: borrowing Look
  ) throws -> Settlement.Facts {
    let settled = try look.count(
      "SELECT count(*) FROM training_settlement WHERE person = ? AND kind = ? AND year = ?", enrolment.person, row.kind,
      row.lastDay.year)
    return Settlement.Facts(
      kind: row.kind, hasCompleted: enrolment.state == .completed, hasValidCertificate: certificate != nil,
      isConfirmed: enrolment.isConfirmed, isSettledThisYear: settled > 0)
  }
}
