import Contracts
import Jalali
import Persian
import Registry
import Values

struct HealthBasesAnswers: HealthBasesBook {
  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    try look.rows(
      """
      SELECT DISTINCT j.value FROM healthbases_activity a, json_each(a.participants) j
      WHERE a.province = ? AND a.day <= ? ORDER BY j.value
      """, province, day
    ).compactMap { $0.first?.integer.map(ID.init) }
  }

  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing UnitOfWork) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute)
    where row.state == .active {
      try work.requireStep(row, to: .suspended)
      row.state = .suspended
      try work.update(row)
    }
  }

  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing UnitOfWork) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute)
    where row.state == .suspended {
      try work.requireStep(row, to: .active)
      row.state = .active
      try work.update(row)
    }
  }
}
