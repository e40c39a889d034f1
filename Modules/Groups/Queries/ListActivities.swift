public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListActivities: ListQuery {
  public var group: Ref<GroupEntity>?
  public var from: JalaliDay?
  public var until: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var group: String
    public var project: ID<ProjectEntity>?
    public var day: JalaliDay
    public var kind: ActivityKind
    public var report: String
    public var attended: Int
  }

  public static let spec = Spec(
    "groups.activities", "فعالیت‌های گروه‌ها", "Activities of groups", "/group-activities", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "from": ("از روز", "from this day"), "until": ("تا روز", "until this day"),
    ])

  public func selection() -> Selection {
    Selection(from: "groups_activity t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, row: "g.id = ?", code: "g.code = ?")
      .column("group", "g.code")
      .column("project", "t.project_id")
      .filter("t.day >= ?", from)
      .filter("t.day <= ?", until)
      .newestFirst()
  }
}
