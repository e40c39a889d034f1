import Contracts
import Feature

/// The national plan of a year beside what was reached; a province sees its own line.
struct ShowPlan: Query {
  var year: Int

  struct Line: Codable, Sendable {
    var province: Province
    var planned: Int
    /// People who completed a local facilitators' workshop that ended in that year.
    var completed: Int
  }

  struct Output: Codable, Sendable {
    var year: Int
    var planned: Int
    var completed: Int
    var lines: [Line]
    var sentences: [Texts]

    init(year: Int, lines: [Line]) {
      (self.year, self.lines) = (year, lines)
      planned = lines.reduce(0) { $0 + $1.planned }
      completed = lines.reduce(0) { $0 + $1.completed }
      sentences = [Output.sentence(year, completed: completed, planned: planned)]
    }
  }

  static let spec = Spec(
    "training.plan", "برنامهٔ کشوری آموزش", "The national training plan", "/training/plans/{year}",
    permission: .trainingRead, fields: ["year": ("سال جلالی", "Jalali year")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    var lines: [Line] = []
    let first = JalaliDay.firstDay(ofYear: year)
    let last = JalaliDay.lastDay(ofYear: year)
    for share in try snapshot.all(PlanLine.self, "year = ? ORDER BY province", year) {
      let completed = try snapshot.count(
        """
        SELECT count(DISTINCT e.person) FROM training_enrolment e JOIN training_course c ON c.id = e.course
        WHERE e.state = 'completed' AND c.kind = 'localFacilitatorWorkshop' AND c.province = ?
        AND c.last_day BETWEEN ? AND ?
        """, share.province, first, last)
      lines.append(Line(province: share.province, planned: share.number, completed: completed))
    }
    return Output(year: year, lines: lines)
  }
}
