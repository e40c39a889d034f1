import Contracts
import Feature

/// Enters an objection of the applicant or the group to what stands against it; the short way to the objections desk for whoever
/// has the group before them.
struct ObjectForGroup: Action {
  var group: Ref<GroupEntity>
  var grounds: Personal<String>
  var channel: Channel
  var objectedOn: JalaliDay?

  static let spec = Spec(
    "groups.object", "ثبت اعتراض متقاضی یا گروه", "Enter an objection", .post, "/groups/{group}/objections",
    permission: .groupsObject,
    fields: [
      "group": ("گروهی که دربارهٔ آن تصمیم گرفته شد", "the group that was decided about"),
      "grounds": ("متن اعتراض", "what is objected"), "channel": ("از چه راهی رسید", "how it came"),
      "objectedOn": ("روز اعتراض؛ پیش‌فرض امروز", "day of the objection; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> ObjectionReceipt {
    let group = try work.require(Group.self, group)
    return try work.raise(.init(grounds: grounds, channel: channel, objectedOn: objectedOn), against: group.object)
  }
}
