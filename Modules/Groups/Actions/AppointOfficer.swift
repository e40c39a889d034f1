import Contracts
import Feature

/// Gives an office of the group to a member; the holder before ends the day before.
struct AppointOfficer: Action {
  var group: Ref<GroupEntity>
  var office: GroupOffice
  var person: Ref<PersonEntity>
  var since: JalaliDay?

  static let spec = Spec(
    "groups.appoint", "تعیین سمت در گروه", "Appoint to an office", .post, "/groups/{group}/offices",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "office": ("سمت", "office"), "person": ("عضو", "member"),
      "since": ("از روز؛ پیش‌فرض امروز", "from this day; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> Appointment {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .office)
    let somebody = try work.person(person)
    let since = since ?? work.day
    try work.requirePast(since, "/since", of: group)
    guard try work.members(of: group, on: since).contains(where: { $0.person == somebody.id && $0.until == nil }) else {
      throw Refusal.input(
        "/person", "groups.not-a-member",
        Texts("این شخص در این روز عضو گروه نیست.", "This person is not a member of the group on that day."))
    }
    let earlier = try work.first(
      Appointment.self, "group_id = ? AND office = ? ORDER BY coalesce(until, since) DESC, id DESC", group.id, office)
    if let earlier, (earlier.until ?? earlier.since) >= since {
      throw Refusal.input(
        "/since", "groups.office-held",
        Texts(
          "در این روز این سمت دارنده‌ای دارد که تازه آغاز کرده است.",
          "Somebody took up or held this office on that day or later."))
    }
    if let holder = earlier, holder.until == nil {
      var ended = holder
      ended.until = since.adding(days: -1)
      ended.endCause = .replaced
      try work.update(ended)
    }
    return try work.insert(
      Appointment(
        province: group.province, county: group.county, groupID: group.id, office: office, person: somebody.id,
        since: since))
  }
}
