import Contracts
import Feature

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
