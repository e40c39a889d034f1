import Contracts
import Feature

/// Starts the adopted plan: the group is active.
struct StartPlan: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.start-plan", "آغاز برنامهٔ اقدام", "Start the action plan", .post, "/groups/{group}/start",
    permission: .groupsWrite, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Plan {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .startPlan)
    guard var plan = try work.currentPlan(of: group) else { throw Refusal.notFound(PlanEntity.self) }
    try work.update(group)
    try plan.follow(.start)
    plan.startedOn = work.day
    return try work.update(plan)
  }
}
