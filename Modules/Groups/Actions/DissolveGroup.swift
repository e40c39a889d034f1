import Contracts
import Feature

/// Dissolves a group for good: memberships and offices end with the day.
struct DissolveGroup: Action {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.dissolve", "انحلال گروه", "Dissolve a group", .post, "/groups/{group}/dissolution",
    permission: .groupsApprove, weight: .grave, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .dissolve)
    work.setReason(reason)
    for membership in try work.all(Membership.self, "group_id = ? AND until IS NULL", group.id) {
      _ = try work.end(membership, on: work.day, .groupEnded)
    }
    try work.stopFormationClock(of: group)
    group.suspendedFrom = nil
    return try work.update(group)
  }
}
