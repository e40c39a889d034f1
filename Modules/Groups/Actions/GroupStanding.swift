import Contracts
import Feature

/// Suspends a group; it keeps its place on the road.
struct SuspendGroup: DecidingAction {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.suspend", "تعلیق گروه", "Suspend a group", .post, "/groups/{group}/suspension", permission: .groupsDecide,
    weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    let former = group.state
    try work.move(&group, by: .suspend)
    work.setReason(reason)
    group.suspendedFrom = former
    try work.insert(Suspension(province: group.province, county: group.county, groupID: group.id, suspendedOn: work.day))
    group = try work.update(group)
    try work.awaitHandOver(of: group.object)
    return group
  }
}

/// Lets a suspended group go on where it stood.
struct ResumeGroup: DecidingAction {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.resume", "از سرگیری کار گروه", "Resume a group", .post, "/groups/{group}/resumption",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    work.setReason(reason)
    try work.resume(&group)
    return group
  }
}

extension Transaction {
  /// A suspended group goes on where it stood.
  func resume(_ group: inout Group) throws {
    try move(&group, by: .resume, to: group.suspendedFrom ?? .forming)
    group.suspendedFrom = nil
    // One that was suspended before their days were recorded has none.
    if var suspension = try first(Suspension.self, "group_id = ? AND resumed_on IS NULL", group.id) {
      suspension.resumedOn = day
      try endHandOver(of: try update(suspension).object)
    }
    group = try update(group)
  }

  /// Memberships and offices end with the day, and the group with them.
  func dissolve(_ group: inout Group) throws {
    try move(&group, by: .dissolve)
    for membership in try all(Membership.self, "group_id = ? AND until IS NULL", group.id) {
      _ = try end(membership, on: day, .groupEnded)
    }
    try stopFormationClock(of: group)
    group.suspendedFrom = nil
    group = try update(group)
  }

  /// Refuses while an objection to the group's dissolution waits for its answer.
  func requireNoStay(of group: Group) throws {
    guard try first(Dissolution.self, "group_id = ? AND state = 'stayed'", group.id) == nil else {
      throw Refusal.conflict(
        "groups.dissolution-stayed",
        Texts(
          "به انحلال این گروه اعتراض شده است؛ نخست دربارهٔ اعتراض تصمیم بگیرید (objections decide).",
          "The dissolution of this group was objected to; decide on the objection first (objections decide)."))
    }
  }
}

/// Dissolves a group for good: memberships and offices end with the day.
struct DissolveGroup: DecidingAction {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.dissolve", "انحلال گروه", "Dissolve a group", .post, "/groups/{group}/dissolution",
    permission: .groupsApprove, weight: .grave, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireNoStay(of: group)
    work.setReason(reason)
    let (former, suspendedFrom) = (group.state, group.suspendedFrom)
    try work.dissolve(&group)
    try work.insert(
      Dissolution(
        province: group.province, county: group.county, groupID: group.id, dissolvedOn: work.day, formerState: former,
        resumesAs: suspendedFrom))
    try work.awaitHandOver(of: group.object)
    return group
  }
}

/// Merges a group into another of the province: its members become members there from the next day on.
struct MergeGroup: DecidingAction {
  var group: Ref<GroupEntity>
  var into: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.merge", "ادغام گروه", "Merge a group into another", .post, "/groups/{group}/merger",
    permission: .groupsApprove, weight: .grave,
    fields: ["group": ("گروه", "the group"), "into": ("در گروه", "into this group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    let other = try work.require(Group.self, into)
    try work.requireNoStay(of: group)
    let former = group.state
    try work.move(&group, by: .merge)
    try work.requireState(other, for: .membership)
    guard other.id != group.id, other.province == group.province else {
      throw Refusal.input(
        "/into", "groups.merge-target",
        Texts("گروه دیگری از همین استان لازم است.", "Another group of this province is needed."))
    }
    work.setReason(reason)
    for membership in try work.all(Membership.self, "group_id = ? AND until IS NULL", group.id) {
      _ = try work.end(membership, on: work.day, .groupEnded)
      let present = try work.first(
        Membership.self, "group_id = ? AND person = ? AND until IS NULL", other.id, membership.person)
      guard present == nil else { continue }
      try work.insert(
        Membership(
          province: other.province, county: other.county, groupID: other.id, person: membership.person,
          since: work.day.adding(days: 1)))
    }
    try work.stopFormationClock(of: group)
    try work.insert(
      Merger(
        province: group.province, county: group.county, groupID: group.id, survivor: other.id, mergedOn: work.day, former: former,
        resumesAs: group.suspendedFrom))
    group.suspendedFrom = nil
    group.mergedInto = other.id
    group = try work.update(group)
    try work.awaitHandOver(of: group.object)
    return group
  }
}
