public import Contracts
public import Registry
public import Values

/// The deputy declares a group mature, by a complete round that others assessed and a plan that others drew up.
public struct DeclareMature: Action {
  public var group: Ref<GroupEntity>

  public static let spec = Spec(
    "groups.declare-mature", "اعلام بالندگی گروه", "Declare a group mature", .post, "/groups/{group}/maturity",
    permission: .groupsApprove, weight: .serious, fields: ["group": ("گروه", "the group")])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireStep(group, .declareMature, to: .mature)
    let round = try work.lastRound(of: group).flatMap { $0.state == .accepted ? nil : $0 }
    let assessments = try round.map { try work.all(Assessment.self, "round_id = ? ORDER BY id", $0.id) } ?? []
    // The eyes must be fresh for the round, the plan and each assessment; the group itself the deputy may have
    // declared mature once before, ahead of a regression.
    for assessment in assessments { try work.requireFreshEyes(on: assessment) }
    if let plan = try work.currentPlan(of: group) { try work.requireFreshEyes(on: plan) }
    try work.require(Maturity.self, .init(totals: assessments.map(\.total)), in: group.province)
    if var accepted = round {
      accepted.state = .accepted
      try work.update(accepted)
    }
    group.state = .mature
    group.maturedOn = work.day
    return try work.update(group)
  }
}
