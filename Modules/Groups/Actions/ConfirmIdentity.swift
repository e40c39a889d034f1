public import Contracts
public import Registry
public import Values

/// The one visit in person (S1): the county office has seen the applicant and the documents.
public struct ConfirmIdentity: Action {
  public var group: Ref<GroupEntity>

  public static let spec = Spec(
    "groups.confirm-identity", "احراز هویت متقاضی", "Confirm the applicant's identity", .post,
    "/groups/{group}/identity", permission: .groupsIdentity, fields: ["group": ("گروه", "the group")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireState(group, for: .identity)
    group.identityConfirmedOn = group.identityConfirmedOn ?? work.day
    return try work.update(group)
  }
}
