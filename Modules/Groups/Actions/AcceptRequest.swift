import Contracts
import Feature

/// The prevention officer accepts a formation request that others prepared.
struct AcceptRequest: ApprovingAction {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.accept-request", "پذیرش درخواست تشکیل گروه", "Accept a formation request", .post,
    "/groups/{group}/acceptance",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .accept)
    try work.requireSeparationOfDuties(on: group)
    try work.require(
      IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
    return try work.update(group)
  }
}

/// Refuses a formation request, with the reason.
struct RefuseRequest: ApprovingAction {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.refuse-request", "رد درخواست تشکیل گروه", "Refuse a formation request", .post, "/groups/{group}/refusal",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .refuse)
    try work.requireSeparationOfDuties(on: group)
    work.setReason(reason)
    try work.stopFormationClock(of: group)
    return try work.update(group)
  }
}
