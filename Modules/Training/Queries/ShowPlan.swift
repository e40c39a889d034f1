import Contracts
import Feature

/// The national plan of a year beside what was reached, also where nobody planned; a province sees its own line.
struct ShowPlan: Query {
  var year: Int

  struct Line: Codable, Sendable {
    var province: Province
    var planned: Int
    /// People who completed a local facilitators' workshop that ended in that year.
    var completed: Int
    /// Of them, those whom the plan counts: local facilitators, confirmed dehyars and behvarzes with a certificate that
    /// stands, each once.
    var facilitators: Int
    /// Others with such a certificate.
    var others: Int
  }

  struct Output: Codable, Sendable {
    var year: Int
    var planned: Int
    var completed: Int
    var facilitators: Int
    var others: Int
    var lines: [Line]
    var sentences: [Texts]

    init(year: Int, lines: [Line]) {
      (self.year, self.lines) = (year, lines)
      planned = lines.reduce(0) { $0 + $1.planned }
      completed = lines.reduce(0) { $0 + $1.completed }
      facilitators = lines.reduce(0) { $0 + $1.facilitators }
      others = lines.reduce(0) { $0 + $1.others }
      sentences = [Output.sentence(year, facilitators: facilitators, others: others, planned: planned)]
    }
  }

  static let spec = Spec(
    "training.plan", "برنامهٔ کشوری آموزش", "The national training plan", "/training/plans/{year}",
    permission: .trainingRead, fields: ["year": ("سال جلالی", "Jalali year")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let (first, last) = (JalaliDay.firstDay(ofYear: year), JalaliDay.lastDay(ofYear: year))
    let planned = Dictionary(
      try snapshot.all(PlanLine.self, "year = ?", year).map { ($0.province, $0.number) }, uniquingKeysWith: +)
    let taught = try snapshot.rows(
      """
      SELECT DISTINCT province FROM training_course
      WHERE kind = 'localFacilitatorWorkshop' AND last_day BETWEEN ? AND ? AND state IN ('evaluated', 'closed')
      """, first, last
    ).compactMap { $0.first?.string.flatMap { Province(code: $0) } }
    let lines = try Set(planned.keys).union(taught).sorted { $0.code < $1.code }.map { province in
      let completed = try snapshot.count(
        """
        SELECT count(DISTINCT e.person) FROM training_course c JOIN training_enrolment e ON e.course = c.id
        WHERE c.kind = 'localFacilitatorWorkshop' AND c.last_day BETWEEN ? AND ? AND c.province = ? AND e.state = 'completed'
        """, first, last, province)
      let certified = try snapshot.count(
        """
        SELECT count(DISTINCT t.person) FROM training_course c JOIN training_certificate t ON t.course = c.id
        WHERE c.kind = 'localFacilitatorWorkshop' AND c.last_day BETWEEN ? AND ? AND c.province = ? AND t.revoked_on IS NULL
        """, first, last, province)
      let facilitators = try snapshot.count(
        """
        SELECT count(DISTINCT t.person) FROM training_course c JOIN training_certificate t ON t.course = c.id
        JOIN training_enrolment e ON e.id = t.enrolment
        WHERE c.kind = 'localFacilitatorWorkshop' AND c.last_day BETWEEN ? AND ? AND c.province = ? AND t.revoked_on IS NULL
        AND (e.kind = 'localFacilitator' OR e.kind IN ('dehyar','behvarz') AND e.confirmation_letter IS NOT NULL)
        """, first, last, province)
      return Line(
        province: province, planned: planned[province] ?? 0, completed: completed, facilitators: facilitators,
        others: certified - facilitators)
    }
    return Output(year: year, lines: lines)
  }
}
