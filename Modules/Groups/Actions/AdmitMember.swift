import Contracts
import Feature

/// Admits a person to a group, from a day on.
struct AdmitMember: Action {
  var group: Ref<GroupEntity>
  var person: Ref<PersonEntity>
  var since: JalaliDay?

  static let spec = Spec(
    "groups.admit-member", "پذیرش عضو", "Admit a member", .post, "/groups/{group}/members", permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "person": ("شخص", "the person"),
      "since": ("از روز؛ پیش‌فرض امروز", "from this day; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> Membership {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .membership)
    let somebody = try work.person(person)
    let since = since ?? work.day
    try work.requirePast(since, "/since", of: group)
    try work.require(
      MemberEligibility.self, .init(birth: somebody.birth, isLiterate: somebody.isLiterate), in: group.province)
    let overlapping = try work.first(
      Membership.self, "group_id = ? AND person = ? AND (until IS NULL OR until >= ?)", group.id, somebody.id, since)
    guard overlapping == nil else {
      throw Refusal.conflict(
        "groups.member-already",
        Texts("این شخص در این روز عضو گروه است.", "This person is a member on that day already."))
    }
    return try work.insert(
      Membership(
        province: group.province, county: group.county, groupID: group.id, person: somebody.id, since: since))
  }
}
