import Contracts
import Feature

enum AssignmentEntity: Entity {
  static let object = "groups.assignment"
  static let prefix: String? = "FA"
  static let texts = Texts("گمارش تسهیلگر", "assignment of a facilitator")
}

/// A facilitator who works with a group from a day until a day, both included. Through these rows facilitators see the programme;
/// on days outside of them the group is not there for them.
struct FacilitatorAssignment: CountyRecord, AssignmentRecord {
  typealias Of = AssignmentEntity
  typealias Assigned = GroupEntity
  static let table = Table("groups_assignment", reach: .county, seenWith: ["group_id"])
  static let assigned: StaticString = "group_id"

  var id = ID<AssignmentEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var staff: ID<StaffEntity>
  var since: JalaliDay
  var until: JalaliDay?
}
