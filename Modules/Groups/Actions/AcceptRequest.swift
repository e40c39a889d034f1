public import Contracts
public import Registry
public import Values

/// The prevention officer accepts a formation request that others prepared.
public struct AcceptRequest: Action {
  public var group: Ref<GroupEntity>

  public static let spec = Spec(
    "groups.accept-request", "پذیرش درخواست تشکیل گروه", "Accept a formation request", .post,
    "/groups/{group}/acceptance",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .accept, to: .forming)
    try work.requireFreshEyes(on: group)
    try work.require(
      IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
    group.state = .forming
    return try work.update(group)
  }
}

/// Refuses a formation request, with the reason.
public struct RefuseRequest: Action {
  public var group: Ref<GroupEntity>
  public var reason: String

  public static let spec = Spec(
    "groups.refuse-request", "رد درخواست تشکیل گروه", "Refuse a formation request", .post, "/groups/{group}/refusal",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .refuse, to: .refused)
    try work.requireFreshEyes(on: group)
    work.because(reason)
    try work.stopFormationClock(of: group)
    group.state = .refused
    return try work.update(group)
  }
}
