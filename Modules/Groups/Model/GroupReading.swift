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

  /// The round by which a group may be declared mature: its last complete one since one has served; where there is none, the
  /// one that is open, of which the rule says what it lacks.
  func roundToDeclare(of group: Group) throws -> MaturityRound? {
    let rounds = try all(MaturityRound.self, "group_id = ? ORDER BY number DESC", group.id).prefix { $0.state != .accepted }
    return rounds.first { $0.state == .complete } ?? rounds.first
  }

  func assessments(in round: MaturityRound) throws -> [Assessment] {
    try all(Assessment.self, "round_id = ? ORDER BY id", round.id)
  }

  func lastRound(of group: Group) throws -> MaturityRound? {
    try first(MaturityRound.self, "group_id = ? ORDER BY number DESC", group.id)
  }
}
