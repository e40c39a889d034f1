import Contracts
import Feature

/// Suspends a group; it keeps its place on the road.
struct SuspendGroup: Action {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.suspend", "تعلیق گروه", "Suspend a group", .post, "/groups/{group}/suspension", permission: .groupsDecide,
    weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    let former = group.state
    try work.move(&group, by: .suspend)
    work.setReason(reason)
    group.suspendedFrom = former
    return try work.update(group)
  }
}

/// Lets a suspended group go on where it stood.
struct ResumeGroup: Action {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.resume", "از سرگیری کار گروه", "Resume a group", .post, "/groups/{group}/resumption",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .resume, to: group.suspendedFrom ?? .forming)
    work.setReason(reason)
    group.suspendedFrom = nil
    return try work.update(group)
  }
}
