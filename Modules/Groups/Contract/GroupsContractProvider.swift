import Contracts
import Feature

struct GroupsContractProvider: GroupsContract {
  func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts {
    let row = try snapshot.require(Group.self, reference)
    return GroupFacts(
      id: row.id, code: row.code, name: row.name, province: row.province, county: row.county,
      neighbourhood: row.neighbourhood, state: row.state, requestedOn: row.requestedOn,
      members: try snapshot.members(of: row, on: snapshot.day).map(\.person))
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws {
    var row = try work.require(Group.self, group)
    try work.move(&row, by: .becomeInstitute)
    // Passing the six months is kept as a verdict, and hinders nobody.
    _ = try work.objections(FormationTime.self, .init(requestedOn: row.requestedOn), in: row.province)
    try work.stopFormationClock(of: row)
    row.instituteOn = work.day
    try work.update(row)
  }

  /// Whoever comes by a merger is a member from the day after it. Where the group ends on the day of the merger itself, so that
  /// others' memberships ended before that one began, nobody became a member.
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]] {
    let members = try snapshot.rows(
      """
      SELECT DISTINCT m.person, m.county FROM groups_membership m
      WHERE m.province = ?1 AND m.since <= ?3 AND (m.until IS NULL OR m.until >= ?2)
        AND NOT (m.end_cause IS 'groupEnded' AND EXISTS (
          SELECT 1 FROM groups_membership o WHERE o.group_id = m.group_id AND o.end_cause = 'groupEnded' AND o.until < m.since))
        AND NOT EXISTS (SELECT 1 FROM groups_suspension s WHERE s.group_id = m.group_id
          AND s.suspended_on < max(m.since, ?2) AND (s.resumed_on IS NULL OR s.resumed_on > min(ifnull(m.until, ?3), ?3)))
      ORDER BY 1, 2
      """, province, days.lowerBound, days.upperBound)
    let present = try snapshot.rows(
      "SELECT DISTINCT person, county FROM groups_attendance WHERE province = ? AND day BETWEEN ? AND ? ORDER BY 1, 2", province,
      days.lowerBound, days.upperBound)
    return [.membership: GroupsContractProvider.people(members), .attendance: GroupsContractProvider.people(present)]
  }

  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    let places = try snapshot.rows(
      """
      SELECT g.neighbourhood FROM groups_membership m JOIN groups_founding f ON f.group_id = m.group_id
        JOIN groups_group g ON g.id = m.group_id
      WHERE m.province = ?1 AND m.since <= ?3 AND (m.until IS NULL OR m.until >= max(f.day, ?2)) AND f.day <= ?3
        AND NOT (m.end_cause IS 'groupEnded' AND EXISTS (
          SELECT 1 FROM groups_membership o WHERE o.group_id = m.group_id AND o.end_cause = 'groupEnded' AND o.until < m.since))
        AND NOT EXISTS (SELECT 1 FROM groups_suspension s WHERE s.group_id = m.group_id
          AND s.suspended_on < max(m.since, f.day, ?2) AND (s.resumed_on IS NULL OR s.resumed_on > min(ifnull(m.until, ?3), ?3)))
      UNION SELECT g.neighbourhood FROM groups_activity a JOIN groups_founding f ON f.group_id = a.group_id
        JOIN groups_group g ON g.id = a.group_id
      WHERE a.province = ?1 AND a.day BETWEEN max(f.day, ?2) AND ?3
      ORDER BY 1
      """, province, days.lowerBound, days.upperBound)
    return GroupsContractProvider.rows(places)
  }

  private static func people(_ found: [[Value]]) -> [CoveredPerson] {
    found.compactMap { row in
      row.first?.integer.map { CoveredPerson(person: ID($0), county: row.last?.integer.map { ID($0) }) }
    }
  }

  private static func rows<Of: Entity>(_ found: [[Value]]) -> [ID<Of>] { found.compactMap { $0.first?.integer.map { ID($0) } } }
}
