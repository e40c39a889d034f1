import Contracts
import Feature

struct ListActivities: ListQuery {
  var group: Ref<GroupEntity>?
  var from: JalaliDay?
  var until: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<ActivityEntity>
    var group: Code<GroupEntity>
    var project: ID<ProjectEntity>?
    var day: JalaliDay
    var kind: ActivityKind
    var report: String
    var attended: Int
  }

  static let spec = Spec(
    "groups.activities", "فعالیت‌های گروه‌ها", "Activities of groups", "/group-activities", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "from": ("از روز", "from this day"), "until": ("تا روز", "until this day"),
    ])

  func selection() -> Selection {
    Selection(from: "groups_activity t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, "g.id = ?")
      .column("group", "g.code")
      .column("project", "t.project_id")
      .filter("t.day >= ?", from)
      .filter("t.day <= ?", until)
      .newestFirst()
  }
}
