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

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] {
    try snapshot.rows(
      """
      SELECT person FROM groups_membership WHERE province = ? AND since <= ?
      UNION SELECT person FROM groups_attendance WHERE province = ? AND day <= ? ORDER BY 1
      """, province, day, province, day
    ).compactMap { $0.first?.integer.map { ID<PersonEntity>($0) } }
  }
}
