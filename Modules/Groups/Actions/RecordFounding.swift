public import Contracts
public import Jalali
import Persian
public import Registry
public import Values

/// Records the founding minutes: the group is formed.
public struct RecordFounding: Action {
  public var group: Ref<GroupEntity>
  public var day: JalaliDay
  public var minutes: Secret<String>

  public static let spec = Spec(
    "groups.record-founding", "ثبت صورتجلسهٔ تأسیس", "Record the founding minutes", .post, "/groups/{group}/founding",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "day": ("روز نشست تأسیس", "day of the founding meeting"),
      "minutes": ("متن صورتجلسه", "text of the minutes"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Founding {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .found, to: .formed)
    try work.requirePast(day, "/day", of: group)
    let text = PersianText.stored(minutes.content, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/minutes", "groups.minutes", Texts("متن صورتجلسه لازم است.", "The minutes are required."))
    }
    let members = try work.members(of: group, on: day).count
    try work.require(FoundingQuorum.self, .init(members: members), in: group.province)
    group.state = .formed
    try work.update(group)
    return try work.insert(
      Founding(
        province: group.province, county: group.county, groupID: group.id, day: day, members: members,
        minutes: Secret(text)))
  }
}
