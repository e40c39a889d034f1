public import Contracts
public import Registry
public import Values

/// Takes a group back to an earlier stage that it really is in.
public struct RegressGroup: Action {
  public var group: Ref<GroupEntity>
  public var to: GroupState
  public var reason: String

  public static let spec = Spec(
    "groups.regress", "بازگرداندن گروه به مرحلهٔ پیشین", "Take a group back", .post, "/groups/{group}/regression",
    permission: .groupsDecide, weight: .serious,
    fields: [
      "group": ("گروه", "the group"),
      "to": ("به مرحلهٔ: تشکیل‌شده، آموزش‌دیده یا فعال", "to formed, trained or active"),
      "reason": ("علت", "why"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .regress, to: to)
    work.because(reason)
    group.state = to
    group.maturedOn = nil
    if to == .formed { group.trainedOn = nil }
    return try work.update(group)
  }
}
