import Contracts
import Jalali
import Persian
import Registry
import Values

struct GroupsAnswers: GroupsBook {
  func group(_ reference: Ref<GroupEntity>, in look: borrowing Look) throws -> GroupFacts {
    let row = try look.require(Group.self, reference)
    return GroupFacts(
      id: row.id, code: row.code, name: row.name, province: row.province, county: row.county,
      neighbourhood: row.neighbourhood, state: row.state.rawValue, requestedOn: row.requestedOn,
      members: try look.members(of: row, on: look.day).map(\.person))
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing UnitOfWork) throws {
    var row = try work.require(Group.self, group)
    try work.requireStep(row, .becomeInstitute, to: .institute)
    // Passing the six months is kept as a verdict, and hinders nobody.
    _ = try work.objections(FormationTime.self, .init(requestedOn: row.requestedOn), in: row.province)
    try work.stopFormationClock(of: row)
    row.state = .institute
    row.instituteOn = work.day
    try work.update(row)
  }

  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>] {
    try look.rows(
      """
      SELECT person FROM groups_membership WHERE province = ? AND since <= ?
      UNION SELECT person FROM groups_attendance WHERE province = ? AND day <= ? ORDER BY 1
      """, province, day, province, day
    ).compactMap { $0.first?.integer.map { ID<PersonEntity>($0) } }
  }
}
