import Contracts
import Feature

/// What is decided against a group: its request is refused, it is suspended, it is dissolved.
struct ContestedGroups: ContestedDecisions {
  let object = GroupEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    guard let group = try snapshot.find(Group.self, ID(row)) else { return [] }
    // A stayed one leaves the group where it was.
    let dissolution = try snapshot.first(Dissolution.self, "group_id = ? AND state <> 'overturned'", group.id)
    let stayed = dissolution.map { [$0.decision] } ?? []
    switch group.state {
    case .refused:
      let refusal = try snapshot.first(RequestRefusal.self, "group_id = ? ORDER BY id DESC", group.id)
      return refusal.map { [$0.decision(on: group)] } ?? []
    case .suspended:
      let suspension = try snapshot.first(Suspension.self, "group_id = ? AND resumed_on IS NULL", group.id)
      return stayed + (suspension.map { [$0.decision(on: group)] } ?? [])
    default: return stayed
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
    try work.move(&group, by: .restore, to: dissolution.formerState)
    group.suspendedFrom = dissolution.resumesAs
    try work.update(group)
    try work.restoreMembers(of: group, after: dissolution.dissolvedOn)
    if group.instituteOn == nil { try work.startFormationClock(of: group) }
  }

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    if var dissolution = try dissolution(decision, of: row, in: work.snapshot) {
      try work.move(&dissolution, by: .overturn)
      try work.update(dissolution)
      return
    }
    var group = try work.require(Group.self, ID(row))
    guard group.state == .refused else {
      try work.resume(&group)
      return
    }
    // Who refused it is not asked a second time.
    try work.require(IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
    try work.requireFreeName(of: group)
    try work.move(&group, by: .uphold)
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

extension Dissolution {
  fileprivate var decision: ContestedDecision {
    .init(
      name: object, texts: Texts("انحلال گروه", "dissolution of the group"), takenOn: dissolvedOn,
      superiors: [.provincialDirector, .nationalAdmin])
  }
}

extension Transaction {
  /// The name was free for another request as long as this one was refused.
  fileprivate func requireFreeName(of group: Group) throws {
    let other = try first(
      Group.self, "neighbourhood = ? AND name_key = ? AND state NOT IN ('refused','merged','dissolved')", group.neighbourhood,
      group.nameKey)
    guard let other else { return }
    throw Refusal.conflict(
      "groups.name-taken",
      Texts(
        "در این محله گروه دیگری به همین نام درخواست شده است: \(other.code). تا آن گروه هست، اعتراض را نمی‌توان پذیرفت.",
        "Another group of this name was requested in this neighbourhood: \(other.code). While it is there the objection cannot be upheld."))
  }

  /// The members and office-holders whom a dissolution sent away are there again from the next day on, as if nothing had been;
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
