import Contracts
import Feature

/// What is decided against a group: its request is refused, it is taken back, suspended, merged, dissolved. Who leaves a group or
/// an office in it is the group's own affair; the office only records it.
struct ContestedGroups: ContestedDecisions {
  let object = GroupEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    guard let group = try snapshot.find(Group.self, ID(row)) else { return [] }
    // A stayed one leaves the group where it was.
    let dissolution = try snapshot.first(Dissolution.self, "group_id = ? AND state <> 'overturned'", group.id)
    let stayed = dissolution.map { [$0.decision] } ?? []
    let regression = try snapshot.regression(of: group).flatMap { $0.holdsBack(group) ? $0.decision(on: group) : nil }
    switch group.state {
    case .merged: return try snapshot.merger(of: group).map { [$0.decision(on: group)] } ?? []
    case .refused:
      let refusal = try snapshot.first(RequestRefusal.self, "group_id = ? ORDER BY id DESC", group.id)
      return refusal.map { [$0.decision(on: group)] } ?? []
    case .suspended:
      let suspension = try snapshot.first(Suspension.self, "group_id = ? AND resumed_on IS NULL", group.id)
      return stayed + [suspension?.decision(on: group), regression].compactMap(\.self)
    default: return stayed + [regression].compactMap(\.self)
    }
  }

  /// Of a request nobody who prepared it: upholding the objection accepts it.
  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {
    let group = try work.require(Group.self, ID(row))
    if group.state == .refused { try work.requireSeparationOfDuties(on: group) }
  }

  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    guard var dissolution = try dissolution(decision, of: row, in: work.snapshot) else { return }
    var group = try work.require(Group.self, ID(row))
    try work.move(&dissolution, by: .stay)
    try work.update(dissolution)
    try work.bringBack(&group, by: .restore, to: dissolution.formerState, resuming: dissolution.resumesAs)
    try work.restoreMembers(of: group, after: dissolution.dissolvedOn)
  }

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    if var dissolution = try dissolution(decision, of: row, in: work.snapshot) {
      try work.move(&dissolution, by: .overturn)
      try work.update(dissolution)
      return
    }
    var group = try work.require(Group.self, ID(row))
    if let merger = try work.merger(of: group), merger.object == decision.name { return try work.undo(merger, of: &group) }
    if let regression = try work.regression(of: group), regression.object == decision.name {
      return try work.undo(regression, of: &group)
    }
    guard group.state == .refused else {
      try work.resume(&group)
      return
    }
    // Who refused it is not asked a second time.
    try work.require(IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
    try work.move(&group, by: .uphold)
    try work.tellApart(&group)
    try work.update(group)
    try work.startFormationClock(of: group)
  }

  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    guard var dissolution = try dissolution(decision, of: row, in: work.snapshot), dissolution.state == .stayed else { return }
    var group = try work.require(Group.self, ID(row))
    try work.move(&dissolution, by: .confirm)
    try work.update(dissolution)
    try work.dissolve(&group)
  }

  /// The dissolution that a decision is; nil for any other.
  private func dissolution(
    _ decision: ContestedDecision, of row: Int64, in snapshot: borrowing Snapshot
  ) throws -> Dissolution? {
    let found = try snapshot.first(Dissolution.self, "group_id = ? AND state <> 'overturned'", ID<GroupEntity>(row))
    return found.flatMap { $0.object == decision.name ? $0 : nil }
  }
}

extension RequestRefusal {
  fileprivate func decision(on group: Group) -> ContestedDecision {
    .init(
      name: "\(RequestRefusalEntity.object)/\(id.raw)",
      texts: Texts("رد درخواست تشکیل گروه «\(group.name)»", "refusal of the request for the group \(group.name)"),
      takenOn: refusedOn, superiors: [.preventionDeputy, .provincialDirector])
  }
}

extension Suspension {
  fileprivate func decision(on group: Group) -> ContestedDecision {
    .init(
      name: object, texts: Texts("تعلیق گروه «\(group.name)»", "suspension of the group \(group.name)"), takenOn: suspendedOn,
      superiors: [.preventionDeputy, .provincialDirector])
  }
}

extension Regression {
  fileprivate func decision(on group: Group) -> ContestedDecision {
    .init(
      name: object,
      texts: Texts(
        "بازگشت گروه «\(group.name)» به مرحلهٔ «\(target.texts.fa)»", "regression of the group \(group.name) to \(target.texts.en)"),
      takenOn: regressedOn, superiors: [.preventionDeputy, .provincialDirector])
  }
}

extension Merger {
  fileprivate func decision(on group: Group) -> ContestedDecision {
    .init(
      name: object, texts: Texts("ادغام گروه «\(group.name)»", "merger of the group \(group.name)"), takenOn: mergedOn,
      superiors: [.provincialDirector, .nationalAdmin])
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  func regression(of group: Group) throws -> Regression? {
    try first(Regression.self, "group_id = ? ORDER BY id DESC", group.id)
  }

  func merger(of group: Group) throws -> Merger? {
    group.state == .merged ? try first(Merger.self, "group_id = ? ORDER BY id DESC", group.id) : nil
  }
}

extension Dissolution {
  fileprivate var decision: ContestedDecision {
    .init(
      name: object, texts: Texts("انحلال گروه", "dissolution of the group"), takenOn: dissolvedOn,
      superiors: [.provincialDirector, .nationalAdmin])
  }
}

extension Transaction {
  /// A group that was dissolved or merged goes on where it stood.
  fileprivate func bringBack(
    _ group: inout Group, by step: GroupMove, to state: GroupState, resuming suspendedFrom: GroupState?
  ) throws {
    try move(&group, by: step, to: state)
    group.suspendedFrom = suspendedFrom
    group.mergedInto = nil
    try tellApart(&group)
    group = try update(group)
    if group.instituteOn == nil { try startFormationClock(of: group) }
  }

  /// The members are back in their group as if they had never left; in the other one they were until today, at the least for the
  /// first day. What they entered there besides stands.
  fileprivate func undo(_ merger: Merger, of group: inout Group) throws {
    try bringBack(&group, by: .part, to: merger.former, resuming: merger.resumesAs)
    let gone = try all(
      Membership.self, "group_id = ? AND until = ? AND end_cause = 'groupEnded' ORDER BY id", group.id, merger.mergedOn)
    for former in gone {
      let there = try first(
        Membership.self, "group_id = ? AND person = ? AND until IS NULL AND since = ?", merger.survivor, former.person,
        merger.mergedOn.adding(days: 1))
      if let there { _ = try end(there, on: day, .moved) }
    }
    try restoreMembers(of: group, after: merger.mergedOn)
  }

  /// The group is again what it was, since the days from which it was; one that is suspended goes on as that.
  fileprivate func undo(_ regression: Regression, of group: inout Group) throws {
    if group.state == .suspended {
      group.suspendedFrom = regression.former
    } else {
      try move(&group, by: .reinstate, to: regression.former)
    }
    (group.trainedOn, group.maturedOn) = (regression.trainedOn, regression.maturedOn)
    group = try update(group)
  }

  /// The name was free for others as long as the group was away. Where one of its neighbourhood bears it now, a number tells them
  /// apart, so that nobody is left without a way.
  fileprivate func tellApart(_ group: inout Group) throws {
    let name = group.name
    var number = 1
    while try first(
      Group.self, "neighbourhood = ? AND name_key = ? AND state NOT IN ('refused','merged','dissolved')", group.neighbourhood,
      group.nameKey) != nil
    {
      number += 1
      group.name = "\(name) \(PersianText.persianDigits(number))"
      group.nameKey = KeyText(PersianText.nameKey(group.name))
    }
  }

  /// The members and office-holders whom a dissolution or a merger sent away are there again from the next day on, as if nothing had been;
  /// on the same day they have never gone.
  fileprivate func restoreMembers(of group: Group, after last: JalaliDay) throws {
    guard last < day else { return try keepMembers(of: group) }
    let first = last.adding(days: 1)
    for former in try all(
      Membership.self, "group_id = ? AND until = ? AND end_cause = 'groupEnded' ORDER BY id", group.id, last)
    {
      try insert(
        Membership(province: group.province, county: group.county, groupID: group.id, person: former.person, since: first))
    }
    for former in try all(
      Appointment.self, "group_id = ? AND until = ? AND end_cause = 'groupEnded' ORDER BY id", group.id, last)
    {
      try insert(
        Appointment(
          province: group.province, county: group.county, groupID: group.id, office: former.office, person: former.person,
          since: first))
    }
  }

  private func keepMembers(of group: Group) throws {
    for var kept in try all(Membership.self, "group_id = ? AND until = ? AND end_cause = 'groupEnded' ORDER BY id", group.id, day) {
      (kept.until, kept.endCause) = (nil, nil)
      try update(kept)
    }
    for var kept in try all(Appointment.self, "group_id = ? AND until = ? AND end_cause = 'groupEnded' ORDER BY id", group.id, day) {
      (kept.until, kept.endCause) = (nil, nil)
      try update(kept)
    }
  }
}
