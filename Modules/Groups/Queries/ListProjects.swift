public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListProjects: ListQuery {
  public var group: Ref<GroupEntity>?
  public var isOpen: Bool?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var group: String
    public var plan: ID<PlanEntity>
    public var title: String
    public var need: String
    public var owner: ID<PersonEntity>
    public var credits: Rial
    public var peoplesContributions: Rial
    public var ownContribution: Rial
    public var closedOn: JalaliDay?
    public var outcome: ProjectOutcome?
    public var result: String?
  }

  public static let spec = Spec(
    "groups.projects", "پروژه‌های محلی", "Local projects", "/group-projects", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"),
      "isOpen": ("تنها پروژه‌های باز، یا تنها بسته‌ها", "open ones only, or closed ones only"),
    ])

  public func selection() -> Selection {
    Selection(from: "groups_project t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, row: "g.id = ?", code: "g.code = ?")
      .column("group", "g.code")
      .column("plan", "t.plan_id")
      .filter("(t.closed_on IS NULL) = ?", isOpen)
  }
}
