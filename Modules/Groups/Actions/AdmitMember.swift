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
      MemberEligibility.self, .init(birth: somebody.birth, isLiterate: somebody.isLiterate, since: since), in: group.province)
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

/// Ends a membership, and with it the offices the person held in the group.
struct EndMembership: Action {
  var group: Ref<GroupEntity>
  var person: Ref<PersonEntity>
  var until: JalaliDay?
  var cause: EndCause
  var reason: String

  static let spec = Spec(
    "groups.end-membership", "پایان عضویت", "End a membership", .post, "/groups/{group}/departures",
    permission: .groupsWrite, weight: .serious,
    fields: [
      "group": ("گروه", "the group"), "person": ("شخص", "the person"),
      "until": ("آخرین روز عضویت؛ پیش‌فرض امروز", "last day of membership; today when left out"),
      "cause": ("سبب پایان", "what ended it"), "reason": ("شرح علت", "why, in words"),
    ])

  func perform(in work: borrowing Transaction) throws -> Membership {
    let group = try work.require(Group.self, group)
    let somebody = try work.person(person)
    guard
      let membership = try work.first(
        Membership.self, "group_id = ? AND person = ? AND until IS NULL", group.id, somebody.id)
    else { throw Refusal.notFound(MembershipEntity.self) }
    let last = until ?? work.day
    try work.requirePast(last, "/until", of: group)
    let term = try work.first(
      Appointment.self, "group_id = ? AND person = ? AND until IS NULL ORDER BY since DESC", group.id, somebody.id)
    guard last >= max(membership.since, term?.since ?? membership.since) else {
      throw Refusal.input(
        "/until", "groups.end-before-start",
        Texts("پایان پیش از آغاز عضویت یا سمت است.", "The end lies before the start of the membership or office."))
    }
    work.setReason(reason)
    return try work.end(membership, on: last, cause)
  }
}
