import Jalali
public import Persian
public import Registry
import Values

/// The national plan of a year beside what was reached; a province sees its own line.
public struct ShowPlan: Query {
  public var year: Int

  public struct Line: Codable, Sendable {
    public var province: Province
    public var planned: Int
    /// People who completed a local facilitators' workshop that ended in that year.
    public var completed: Int
  }

  public struct Sheet: Codable, Sendable {
    public var year: Int
    public var planned: Int
    public var completed: Int
    public var lines: [Line]
  }

  public static let spec = Spec(
    "training.plan", "برنامهٔ کشوری آموزش", "The national training plan", "/training/plans/{year}",
    permission: .trainingRead, fields: ["year": ("سال جلالی", "Jalali year")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    var lines: [Line] = []
    let first = JalaliDay.firstDay(ofYear: year)
    let last = JalaliDay.lastDay(ofYear: year)
    for share in try look.all(PlanLine.self, "year = ? ORDER BY province", year) {
      let completed = try look.count(
        """
        SELECT count(DISTINCT e.person) FROM training_enrolment e JOIN training_course c ON c.id = e.course
        WHERE e.state = 'completed' AND c.kind = 'localFacilitatorWorkshop' AND c.province = ?
        AND c.last_day BETWEEN ? AND ?
        """, share.province, first, last)
      lines.append(Line(province: share.province, planned: share.number, completed: completed))
    }
    return Sheet(
      year: year, planned: lines.reduce(0) { $0 + $1.planned }, completed: lines.reduce(0) { $0 + $1.completed },
      lines: lines)
  }
}
