import Contracts
import Feature

struct ListMembers: ListQuery {
  var group: Ref<GroupEntity>?
  var person: Int64?
  var on: JalaliDay?

  struct Item: Codable, Sendable {
    var id: Int64
    var group: String
    var person: ID<PersonEntity>
    var since: JalaliDay
    var until: JalaliDay?
    var endCause: EndCause?
  }

  static let spec = Spec(
    "groups.members", "اعضای گروه‌ها", "Members of groups", "/group-members", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "person": ("شمارهٔ شخص", "number of the person"),
      "on": ("اعضای این روز", "members on this day"),
    ])

  func selection() -> Selection {
    Selection(from: "groups_membership t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, row: "g.id = ?", code: "g.code = ?")
      .column("group", "g.code")
      .filter("t.person = ?", person)
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
  }
}
