import Contracts
import Feature

extension Transaction {
  func requireState(_ group: Group, for work: GroupWork) throws {
    try require(WorkInState.self, .init(state: group.state, work: work), in: group.province)
  }

  /// - Throws: a refusal for a day that is still to come, or before the group was asked for.
  func requirePast(_ day: JalaliDay, _ pointer: String, of group: Group) throws {
    guard day <= self.day else {
      throw Refusal.input(
        pointer, "groups.day-to-come", Texts("این روز هنوز نیامده است.", "This day is still to come."))
    }
    guard day >= group.requestedOn else {
      throw Refusal.input(
        pointer, "groups.day-before-request",
        Texts("این روز پیش از درخواست تشکیل گروه است.", "This day lies before the formation request."))
    }
  }

  /// Starts the six months of S0, from the day of the request.
  func startFormationClock(of group: Group) throws {
    let months = try parameters(of: FormationTime.self, in: group.province).months
    try openDeadline(
      FormationClock.kind, for: FormationClock.object(group.id), in: group.province, from: group.requestedOn,
      days: group.requestedOn.adding(months: months) - group.requestedOn, rule: .calendar, texts: FormationClock.texts,
      roles: Permission.groupsDecide.holders)
  }

  /// Ends the clock of S0: the road ended, at the institute or elsewhere.
  func stopFormationClock(of group: Group) throws {
    try meetDeadline(FormationClock.kind, for: FormationClock.object(group.id))
  }

  /// Ends a membership and the offices held with it.
  func end(_ membership: Membership, on last: JalaliDay, _ cause: EndCause) throws -> Membership {
    let terms = try all(
      Appointment.self, "group_id = ? AND person = ? AND until IS NULL", membership.groupID, membership.person)
    for term in terms {
      var ended = term
      ended.until = max(term.since, last)
      ended.endCause = cause
      try update(ended)
    }
    var ended = membership
    ended.until = max(membership.since, last)
    ended.endCause = cause
    return try update(ended)
  }
}

/// The warning of S0's six months, kept at the deadlines desk.
enum FormationClock {
  static let kind = "groups.formation"
  static let texts = Texts("راه گروه تا مؤسسه (زمان تقریبی)", "the group's way to an institute (approximate time)")

  static func object(_ group: ID<GroupEntity>) -> String { "\(GroupEntity.object)/\(group.raw)" }
}
