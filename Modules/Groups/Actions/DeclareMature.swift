import Contracts
import Feature

/// The deputy declares a group mature, by a complete round that others assessed and a plan that others drew up.
struct DeclareMature: SeparateHandsAction {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.declare-mature", "اعلام بالندگی گروه", "Declare a group mature", .post, "/groups/{group}/maturity",
    permission: .groupsApprove, weight: .serious, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .declareMature)
    for part in try DeclareMature.parts(of: group, in: work.snapshot) { try work.requireSeparationOfDuties(on: part) }
    let round = try work.roundToDeclare(of: group)
    let assessments = try round.map { try work.assessments(in: $0) } ?? []
    try work.require(Maturity.self, .init(totals: assessments.map(\.total)), in: group.province)
    if var accepted = round {
      try accepted.follow(.accept)
      try work.update(accepted)
    }
    group.maturedOn = work.day
    return try work.update(group)
  }

  /// The eyes must be fresh for each assessment of the round and for the plan; the group itself the deputy may have declared
  /// mature once before, ahead of a regression.
  static func parts(of group: Group, in snapshot: borrowing Snapshot) throws -> [any Record] {
    let round = try snapshot.roundToDeclare(of: group)
    let assessments: [any Record] = try round.map { try snapshot.assessments(in: $0) } ?? []
    return try assessments + (snapshot.currentPlan(of: group).map { [$0] } ?? [])
  }
}
