import Contracts
import Feature

struct HealthBasesContractProvider: HealthBasesContract {
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    let lists = try snapshot.rows(
      "SELECT participants, county FROM healthbases_activity WHERE province = ? AND day BETWEEN ? AND ?", province, days.lowerBound,
      days.upperBound)
    var people: [Int64?: Set<Int64>] = [:]
    for list in lists {
      guard let text = list.first?.string else { continue }
      people[list.last?.integer, default: []].formUnion(try JSONReader.read(Array(text.utf8)).items.compactMap(\.integer))
    }
    let reached = people.flatMap { county, rows in rows.map { CoveredPerson(person: ID($0), county: county.map { ID($0) }) } }
    return [.participation: reached.sorted { ($0.person, $0.county?.raw ?? 0) < ($1.person, $1.county?.raw ?? 0) }]
  }

  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    // A term counts by a day on which nothing interrupted it: its first within the days asked for, or one on which work went on.
    try snapshot.rows(
      """
      WITH gap AS NOT MATERIALIZED (
        SELECT agreement, since, resumed_on FROM healthbases_interruption
        UNION ALL SELECT agreement, suspended_on, resumed_on FROM healthbases_signature WHERE suspended_on IS NOT NULL),
      term AS (
        SELECT a.id, a.base, max(a.starts, ?2) first,
          min(?3, CASE a.state WHEN 'terminated' THEN min(a.ends, a.terminated_on) ELSE a.ends END) last
        FROM healthbases_agreement a WHERE a.province = ?1 AND a.starts <= ?3),
      candidate AS (
        SELECT id, base, first day FROM term WHERE first <= last
        UNION SELECT t.id, t.base, i.resumed_on FROM term t JOIN gap i ON i.agreement = t.id
        WHERE i.resumed_on BETWEEN t.first AND t.last)
      SELECT DISTINCT b.neighbourhood FROM candidate c JOIN healthbases_base b ON b.id = c.base
      WHERE NOT EXISTS (SELECT 1 FROM gap i WHERE i.agreement = c.id AND i.since <= c.day
        AND (i.resumed_on IS NULL OR i.resumed_on > c.day))
      ORDER BY 1
      """, province, days.lowerBound, days.upperBound
    ).compactMap { $0.first?.integer.map { ID($0) } }
  }

  func licenceEnded(of institute: ID<InstituteEntity>, now state: InstituteState, work: borrowing Transaction) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute) {
      if row.state == .active {
        try work.move(&row, by: .suspend)
        row = try work.update(row)
      } else if try work.signature(of: row)?.isHolding != true {
        // The licence had suspended it already.
        continue
      }
      try work.interrupt(row, by: .licence)
    }
  }

  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws {
    for var row in try work.all(Agreement.self, "institute = ? AND state IN ('active','suspended')", institute)
    where row.state == .suspended {
      try work.resume(row, from: .licence)
      // What waits for a signature goes on waiting.
      guard try work.signature(of: row)?.isHolding != true else { continue }
      try work.move(&row, by: .resume)
      try work.update(row)
    }
  }
}
