public import Contracts
public import Registry
public import Values

/// Dissolves a group for good: memberships and offices end with the day.
public struct DissolveGroup: Action {
  public var group: Ref<GroupEntity>
  public var reason: String

  public static let spec = Spec(
    "groups.dissolve", "انحلال گروه", "Dissolve a group", .post, "/groups/{group}/dissolution",
    permission: .groupsApprove, weight: .grave, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .dissolve, to: .dissolved)
    work.because(reason)
    for membership in try work.all(Membership.self, "group_id = ? AND until IS NULL", group.id) {
      _ = try work.end(membership, on: work.day, .groupEnded)
    }
    try work.stopFormationClock(of: group)
    group.state = .dissolved
    group.suspendedFrom = nil
    return try work.update(group)
  }
}
