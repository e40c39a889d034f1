import Contracts
import Feature

struct ListMembers: ListQuery {
  var group: Ref<GroupEntity>?
  var person: Ref<PersonEntity>?
  var on: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<MembershipEntity>
    var group: Code<GroupEntity>
    var person: ID<PersonEntity>
    var since: JalaliDay
    var until: JalaliDay?
    var endCause: EndCause?
  }

  static let spec = Spec(
    "groups.members", "اعضای گروه‌ها", "Members of groups", "/group-members", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "person": ("شخص", "the person"),
      "on": ("اعضای این روز", "members on this day"),
    ])

  func selection() -> Selection {
    Selection(from: "groups_membership t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, "g.id = ?")
      .column("group", "g.code")
      .refer(person, "t.person = ?")
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
  }
}

struct ListOffices: ListQuery {
  var group: Ref<GroupEntity>?
  var on: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<AppointmentEntity>
    var group: Code<GroupEntity>
    var office: GroupOffice
    var person: ID<PersonEntity>
    var since: JalaliDay
    var until: JalaliDay?
    var endCause: EndCause?
  }

  static let spec = Spec(
    "groups.offices", "سمت‌های گروه‌ها", "Offices of groups", "/group-offices", permission: .groupsRead,
    fields: ["group": ("گروه", "the group"), "on": ("دارندگان در این روز", "holders on this day")])

  func selection() -> Selection {
    Selection(from: "groups_appointment t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, "g.id = ?")
      .column("group", "g.code")
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
  }
}
