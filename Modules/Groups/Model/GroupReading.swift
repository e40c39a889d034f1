import Contracts
import Feature

extension SnapshotProtocol where Self: ~Copyable {
  /// Members on a day, in the order they came.
  func members(of group: Group, on day: JalaliDay) throws -> [Membership] {
    try all(
      Membership.self, "group_id = ? AND since <= ? AND (until IS NULL OR until >= ?) ORDER BY since, id", group.id,
      day, day)
  }

  /// The plan the group works by, or is about to.
  func currentPlan(of group: Group) throws -> Plan? {
    try first(Plan.self, "group_id = ? AND state <> 'superseded'", group.id)
  }

  /// The round by which a group may be declared mature: its last, unless that has served already.
  func roundToDeclare(of group: Group) throws -> MaturityRound? {
    try lastRound(of: group).flatMap { $0.state == .accepted ? nil : $0 }
  }

  func assessments(in round: MaturityRound) throws -> [Assessment] {
    try all(Assessment.self, "round_id = ? ORDER BY id", round.id)
  }

  func lastRound(of group: Group) throws -> MaturityRound? {
    try first(MaturityRound.self, "group_id = ? ORDER BY number DESC", group.id)
  }
}
