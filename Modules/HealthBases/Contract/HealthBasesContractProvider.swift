import Contracts
import Feature

struct HealthBasesContractProvider: HealthBasesContract {
  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    let lists = try snapshot.rows(
      "SELECT participants FROM healthbases_activity WHERE province = ? AND day <= ?", province, day)
    var people: Set<Int64> = []
    for list in lists {
      guard let text = list.first?.string else { continue }
      people.formUnion(try JSONReader.read(Array(text.utf8)).items.compactMap(\.integer))
    }
    return people.sorted().map(ID.init)
  }

  func licenceEnded(of institute: ID<InstituteEntity>, now state: InstituteState, work: borrowing Transaction) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute)
    where row.state == .active {
      try work.move(&row, by: .suspend)
      try work.interrupt(try work.update(row), by: .licence)
    }
  }

  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute)
    where row.state == .suspended {
      try work.move(&row, by: .resume)
      try work.resume(try work.update(row), from: .licence)
    }
  }
}
