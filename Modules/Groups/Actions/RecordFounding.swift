import Contracts
import Feature

/// Records the founding minutes: the group is formed.
struct RecordFounding: Action {
  var group: Ref<GroupEntity>
  var day: JalaliDay
  var minutes: Secret<String>

  static let spec = Spec(
    "groups.record-founding", "ثبت صورتجلسهٔ تأسیس", "Record the founding minutes", .post, "/groups/{group}/founding",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "day": ("روز نشست تأسیس", "day of the founding meeting"),
      "minutes": ("متن صورتجلسه", "text of the minutes"),
    ])

  func perform(in work: borrowing Transaction) throws -> Founding {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .found)
    try work.requirePast(day, "/day", of: group)
    let text = PersianText.stored(minutes.content, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/minutes", "groups.minutes", Texts("متن صورتجلسه لازم است.", "The minutes are required."))
    }
    let members = try work.members(of: group, on: day).count
    try work.require(FoundingQuorum.self, .init(members: members), in: group.province)
    try work.update(group)
    return try work.insert(
      Founding(
        province: group.province, county: group.county, groupID: group.id, day: day, members: members,
        minutes: Secret(text)))
  }
}
