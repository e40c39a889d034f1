import Contracts
import Feature

/// Takes a group back to an earlier stage that it really is in.
struct RegressGroup: Action {
  var group: Ref<GroupEntity>
  var to: GroupState
  var reason: String

  static let spec = Spec(
    "groups.regress", "بازگرداندن گروه به مرحلهٔ پیشین", "Take a group back to an earlier stage", .post, "/groups/{group}/regression",
    permission: .groupsDecide, weight: .serious,
    fields: [
      "group": ("گروه", "the group"),
      "to": ("به مرحلهٔ: تشکیل‌شده، آموزش‌دیده یا فعال", "to formed, trained or active"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .regress, to: to)
    work.setReason(reason)
    group.maturedOn = nil
    if to == .formed { group.trainedOn = nil }
    return try work.update(group)
  }
}
