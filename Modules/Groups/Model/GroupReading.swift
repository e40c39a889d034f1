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

  func lastRound(of group: Group) throws -> MaturityRound? {
    try first(MaturityRound.self, "group_id = ? ORDER BY number DESC", group.id)
  }
}
