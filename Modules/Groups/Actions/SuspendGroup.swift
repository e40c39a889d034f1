public import Contracts
public import Registry
public import Values

/// Suspends a group; it keeps its place on the road.
public struct SuspendGroup: Action {
  public var group: Ref<GroupEntity>
  public var reason: String

  public static let spec = Spec(
    "groups.suspend", "تعلیق گروه", "Suspend a group", .post, "/groups/{group}/suspension", permission: .groupsDecide,
    weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .suspend, to: .suspended)
    work.because(reason)
    group.suspendedFrom = group.state
    group.state = .suspended
    return try work.update(group)
  }
}

/// Lets a suspended group go on where it stood.
public struct ResumeGroup: Action {
  public var group: Ref<GroupEntity>
  public var reason: String

  public static let spec = Spec(
    "groups.resume", "از سرگیری کار گروه", "Resume a group", .post, "/groups/{group}/resumption",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    let former = group.suspendedFrom ?? .forming
    try work.requireStep(group, .resume, to: former)
    work.because(reason)
    group.state = former
    group.suspendedFrom = nil
    return try work.update(group)
  }
}
