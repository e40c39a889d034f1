public import Contracts
public import Registry
public import Values

/// Starts the adopted plan: the group is active.
public struct StartPlan: Action {
  public var group: Ref<GroupEntity>

  public static let spec = Spec(
    "groups.start-plan", "آغاز برنامهٔ اقدام", "Start the action plan", .post, "/groups/{group}/start",
    permission: .groupsWrite, fields: ["group": ("گروه", "the group")])

  public func perform(in work: borrowing UnitOfWork) throws -> Plan {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .startPlan, to: .active)
    guard var plan = try work.currentPlan(of: group) else { throw Refusal.notFound(PlanEntity.texts) }
    group.state = .active
    try work.update(group)
    plan.state = .started
    plan.startedOn = work.day
    return try work.update(plan)
  }
}
