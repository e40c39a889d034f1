public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListOffices: ListQuery {
  public var group: Ref<GroupEntity>?
  public var on: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var group: String
    public var office: GroupOffice
    public var person: ID<PersonEntity>
    public var since: JalaliDay
    public var until: JalaliDay?
    public var endCause: EndCause?
  }

  public static let spec = Spec(
    "groups.offices", "سمت‌های گروه‌ها", "Offices of groups", "/group-offices", permission: .groupsRead,
    fields: ["group": ("گروه", "the group"), "on": ("دارندگان در این روز", "holders on this day")])

  public func selection() -> Selection {
    Selection(from: "groups_appointment t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, row: "g.id = ?", code: "g.code = ?")
      .column("group", "g.code")
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
  }
}
