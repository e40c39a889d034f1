import Contracts
import Feature

/// Who facilitates which group, the newest first.
struct ListAssignments: ListQuery {
  var group: Ref<GroupEntity>?
  var facilitator: Ref<StaffEntity>?
  var on: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<AssignmentEntity>
    var group: Code<GroupEntity>
    var staff: ID<StaffEntity>
    var since: JalaliDay
    var until: JalaliDay?
  }

  static let spec = Spec(
    "groups.facilitators", "تسهیلگران گروه‌ها", "Facilitators of groups", "/facilitator-assignments", permission: .groupsRead,
    fields: [
      "group": ("گروه", "the group"), "facilitator": ("تسهیلگر", "the facilitator"),
      "on": ("گمارش‌های این روز", "assignments of this day"),
    ])

  func selection() -> Selection {
    Selection(from: "groups_assignment t JOIN groups_group g ON g.id = t.group_id")
      .refer(group, "g.id = ?")
      .column("group", "g.code")
      .refer(facilitator, "t.staff = ?")
      .filter("t.since <= ?", on)
      .filter("coalesce(t.until, 9999999) >= ?", on)
      .newestFirst()
  }
}
