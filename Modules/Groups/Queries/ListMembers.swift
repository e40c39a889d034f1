public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListMembers: ListQuery {
  public var group: Ref<GroupEntity>?
  public var person: Int64?
  public var on: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var group: String
    public var person: ID<PersonEntity>
    public var since: JalaliDay
    public var until: JalaliDay?
    public var endCause: EndCause?
  }

  public static let spec = Spec(
    "groups.members", "اعضای گروه‌ها", "Members of groups", "/group-members", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "person": ("شمارهٔ شخص", "number of the person"),
      "on": ("اعضای این روز", "members on this day"),
    ])

  public func selection() -> Selection {
    Selection(from: "groups_membership t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, row: "g.id = ?", code: "g.code = ?")
      .column("group", "g.code")
      .filter("t.person = ?", person)
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
  }
}
