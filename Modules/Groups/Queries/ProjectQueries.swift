import Contracts
import Feature

struct ListProjects: ListQuery {
  var group: Ref<GroupEntity>?
  var isOpen: Bool?

  struct Item: Codable, Sendable {
    var id: ID<ProjectEntity>
    var group: Code<GroupEntity>
    var plan: ID<PlanEntity>
    var title: String
    var need: String
    var owner: ID<PersonEntity>
    var credits: Rial
    var peoplesContributions: Rial
    var ownContribution: Rial
    var closedOn: JalaliDay?
    var outcome: ProjectOutcome?
    var result: String?
  }

  static let spec = Spec(
    "groups.projects", "پروژه‌های محلی", "Local projects", "/group-projects", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"),
      "isOpen": ("تنها پروژه‌های باز، یا تنها بسته‌ها", "open ones only, or closed ones only"),
    ])

  func selection() -> Selection {
    Selection(from: "groups_project t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, "g.id = ?")
      .column("group", "g.code")
      .column("plan", "t.plan_id")
      .filter("(t.closed_on IS NULL) = ?", isOpen)
  }
}

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
