import Contracts
import Jalali
import Persian
import Registry
import Values

struct HealthBasesAnswers: HealthBasesBook {
  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    let lists = try look.rows(
      "SELECT participants FROM healthbases_activity WHERE province = ? AND day <= ?", province, day)
    var people: Set<Int64> = []
    for list in lists {
      guard let text = list.first?.string else { continue }
      people.formUnion(try JSONReader.read(Array(text.utf8)).items.compactMap(\.integer))
    }
    return people.sorted().map(ID.init)
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
