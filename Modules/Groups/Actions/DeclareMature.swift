import Contracts
import Feature

/// The deputy declares a group mature, by a complete round that others assessed and a plan that others drew up.
struct DeclareMature: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.declare-mature", "اعلام بالندگی گروه", "Declare a group mature", .post, "/groups/{group}/maturity",
    permission: .groupsApprove, weight: .serious, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .declareMature)
    let round = try work.lastRound(of: group).flatMap { $0.state == .accepted ? nil : $0 }
    let assessments = try round.map { try work.all(Assessment.self, "round_id = ? ORDER BY id", $0.id) } ?? []
    // The eyes must be fresh for the round, the plan and each assessment; the group itself the deputy may have
    // declared mature once before, ahead of a regression.
    for assessment in assessments { try work.requireSeparationOfDuties(on: assessment) }
    if let plan = try work.currentPlan(of: group) { try work.requireSeparationOfDuties(on: plan) }
    try work.require(Maturity.self, .init(totals: assessments.map(\.total)), in: group.province)
    if var accepted = round {
      try accepted.follow(.accept)
      try work.update(accepted)
    }
    group.maturedOn = work.day
    return try work.update(group)
  }
}
