import Contracts
import Feature

/// What is decided against a group: its request is refused, it is suspended, it is dissolved.
struct ContestedGroups: ContestedDecisions {
  let object = GroupEntity.object

  func decision(against row: Int64, in snapshot: borrowing Snapshot) throws -> ContestedDecision? {
    guard let group = try snapshot.find(Group.self, ID(row)) else { return nil }
    // A stayed one leaves the group where it was.
    let dissolution = try snapshot.first(Dissolution.self, "group_id = ? AND state <> 'overturned'", group.id)
    if let dissolution { return dissolution.decision }
    switch group.state {
    case .refused:
      let refusal = try snapshot.first(RequestRefusal.self, "group_id = ? ORDER BY id DESC", group.id)
      return refusal.map {
        .init(
          name: "\(RequestRefusalEntity.object)/\($0.id.raw)",
          texts: Texts("رد درخواست تشکیل گروه «\(group.name)»", "refusal of the request for the group \(group.name)"),
          takenOn: $0.refusedOn, superiors: [.preventionDeputy, .provincialDirector])
      }
    case .suspended:
      let suspension = try snapshot.first(Suspension.self, "group_id = ? AND resumed_on IS NULL", group.id)
      return suspension.map {
        .init(
          name: $0.object, texts: Texts("تعلیق گروه «\(group.name)»", "suspension of the group \(group.name)"),
          takenOn: $0.suspendedOn, superiors: [.preventionDeputy, .provincialDirector])
      }
    default: return nil
    }
  }

  /// Of a request also nobody who prepared it: upholding the objection accepts it.
  func requireOtherHands(in row: Int64, work: borrowing Transaction) throws {
    let group = try work.require(Group.self, ID(row))
    if let dissolution = try work.first(Dissolution.self, "group_id = ? AND state <> 'overturned'", group.id) {
      try work.requireSeparationOfDuties(on: dissolution)
    } else if let suspension = try work.first(Suspension.self, "group_id = ? AND resumed_on IS NULL", group.id) {
      try work.requireSeparationOfDuties(on: suspension)
    } else {
      try work.requireSeparationOfDuties(on: group)
    }
  }

  func stay(_ row: Int64, work: borrowing Transaction) throws {
    guard var dissolution = try dissolution(of: row, .inForce, in: work.snapshot) else { return }
    var group = try work.require(Group.self, ID(row))
    try work.move(&dissolution, by: .stay)
    try work.update(dissolution)
    try work.move(&group, by: .restore, to: dissolution.formerState)
    group.suspendedFrom = dissolution.resumesAs
    try work.update(group)
    try work.restoreMembers(of: group, after: dissolution.dissolvedOn)
    if group.instituteOn == nil { try work.startFormationClock(of: group) }
  }

  func overturn(_ row: Int64, work: borrowing Transaction) throws {
    if var dissolution = try dissolution(of: row, .stayed, in: work.snapshot) {
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
    try work.move(&group, by: .uphold)
    try work.update(group)
    try work.startFormationClock(of: group)
  }

  func confirm(_ row: Int64, work: borrowing Transaction) throws {
    guard var dissolution = try dissolution(of: row, .stayed, in: work.snapshot) else { return }
    var group = try work.require(Group.self, ID(row))
    try work.move(&dissolution, by: .confirm)
    try work.update(dissolution)
    try work.dissolve(&group)
  }

  private func dissolution(
    of row: Int64, _ state: DissolutionState, in snapshot: borrowing Snapshot
  ) throws -> Dissolution? {
    try snapshot.first(Dissolution.self, "group_id = ? AND state = ?", ID<GroupEntity>(row), state)
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
  /// The members and office-holders whom a dissolution sent away are there again from the next day on, as if nothing had been.
  fileprivate func restoreMembers(of group: Group, after last: JalaliDay) throws {
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
}
