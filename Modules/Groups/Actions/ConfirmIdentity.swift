import Contracts
import Feature

/// The one visit in person (S1): the county office has seen the applicant and the documents.
struct ConfirmIdentity: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.confirm-identity", "احراز هویت متقاضی", "Confirm the applicant's identity", .post,
    "/groups/{group}/identity", permission: .groupsIdentity, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireState(group, for: .identity)
    group.identityConfirmedOn = group.identityConfirmedOn ?? work.day
    return try work.update(group)
  }
}
