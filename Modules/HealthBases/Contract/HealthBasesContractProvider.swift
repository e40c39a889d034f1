import Contracts
import Feature

struct HealthBasesContractProvider: HealthBasesContract {
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [ID<PersonEntity>]] {
    let lists = try snapshot.rows(
      "SELECT participants FROM healthbases_activity WHERE province = ? AND day BETWEEN ? AND ?", province, days.lowerBound,
      days.upperBound)
    var people: Set<Int64> = []
    for list in lists {
      guard let text = list.first?.string else { continue }
      people.formUnion(try JSONReader.read(Array(text.utf8)).items.compactMap(\.integer))
    }
    return [.participation: people.sorted().map(ID.init)]
  }

  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    try snapshot.rows(
      """
      SELECT DISTINCT b.neighbourhood FROM healthbases_agreement a JOIN healthbases_base b ON b.id = a.base
      WHERE a.province = ? AND a.starts <= ?
        AND CASE a.state WHEN 'terminated' THEN min(a.ends, a.terminated_on) ELSE a.ends END >= ? ORDER BY 1
      """, province, days.upperBound, days.lowerBound
    ).compactMap { $0.first?.integer.map { ID($0) } }
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
