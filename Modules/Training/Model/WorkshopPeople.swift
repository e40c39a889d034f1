import Contracts
import Feature

/// Whom the local facilitators' workshops of a year reached; each under the row that stands for them.
struct WorkshopPeople {
  private(set) var completed: Set<ID<PersonEntity>> = []
  private var certified: Set<ID<PersonEntity>> = []
  /// Those of the certified whom the plan counts, in whichever of their workshops.
  private(set) var facilitators: Set<ID<PersonEntity>> = []

  var others: Int { certified.subtracting(facilitators).count }

  static func + (one: WorkshopPeople, other: WorkshopPeople) -> WorkshopPeople {
    var both = one
    both.completed.formUnion(other.completed)
    both.certified.formUnion(other.certified)
    both.facilitators.formUnion(other.facilitators)
    return both
  }

  /// By the province that taught them; one that held a workshop is there also when nobody completed it.
  static func reached(in days: ClosedRange<JalaliDay>, _ snapshot: borrowing Snapshot) throws -> [Province: WorkshopPeople] {
    let taught = try snapshot.rows(
      """
      SELECT DISTINCT province FROM training_course
      WHERE kind = 'localFacilitatorWorkshop' AND last_day BETWEEN ? AND ? AND state IN ('evaluated', 'closed')
      """, days.lowerBound, days.upperBound)
    let rows = try snapshot.rows(
      """
      SELECT c.province, e.person, e.state = 'completed', t.id IS NOT NULL,
        t.id IS NOT NULL AND (e.kind = 'localFacilitator' OR e.kind IN ('dehyar','behvarz') AND e.confirmation_letter IS NOT NULL)
      FROM training_course c JOIN training_enrolment e ON e.course = c.id
      LEFT JOIN training_certificate t ON t.enrolment = e.id AND t.revoked_on IS NULL
      WHERE c.kind = 'localFacilitatorWorkshop' AND c.last_day BETWEEN ? AND ? AND (e.state = 'completed' OR t.id IS NOT NULL)
      """, days.lowerBound, days.upperBound)
    let standing = try snapshot.counted(Set(rows.compactMap(person)).sorted()).standing
    var found = Dictionary(uniqueKeysWithValues: taught.compactMap(province).map { ($0, WorkshopPeople()) })
    for row in rows {
      guard let province = province(row), let own = person(row) else { continue }
      let who = standing[own] ?? own
      if row[2].integer == 1 { found[province, default: WorkshopPeople()].completed.insert(who) }
      if row[3].integer == 1 { found[province, default: WorkshopPeople()].certified.insert(who) }
      if row[4].integer == 1 { found[province, default: WorkshopPeople()].facilitators.insert(who) }
    }
    return found
  }

  private static func province(_ row: [Value]) -> Province? { row[0].string.flatMap { Province(code: $0) } }
  private static func person(_ row: [Value]) -> ID<PersonEntity>? { row[1].integer.map { ID($0) } }
}
