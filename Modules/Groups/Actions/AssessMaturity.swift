import Contracts
import Feature

/// Gives one's own scores in the round that is open, or opens the first one; the next after a complete one where that is asked
/// for.
struct AssessMaturity: SeparateHandsAction {
  var group: Ref<GroupEntity>
  var scores: [MaturityScore]
  var newRound: Bool?

  static let spec = Spec(
    "groups.assess-maturity", "ارزیابی بالندگی گروه", "Assess a group's maturity", .post, "/groups/{group}/assessments",
    permission: .groupsAssess,
    fields: [
      "group": ("گروه", "the group"),
      "scores": ("نمره‌ها: معیار، نمرهٔ ۰ تا ۱۰۰، شاهد", "scores: criterion, score 0 to 100, evidence"),
      "newRound": (
        "پس از دور کامل، دور تازه‌ای آغاز شود؛ پیش‌فرض نه", "begin another round after a complete one; not when left out"
      ),
    ])

  static let bar = (rule: MaturityAssessment.id, code: MaturityAssessment.Objection.twice.code)

  /// Each assesses once in a round.
  static func parts(of group: Group, in snapshot: borrowing Snapshot) throws -> [any Record] {
    guard let last = try snapshot.lastRound(of: group), last.state == .open else { return [] }
    return try snapshot.assessments(in: last)
  }

  func perform(in work: borrowing Transaction) throws -> Assessment {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .maturityAssessment)
    let last = try work.lastRound(of: group)
    let open = last?.state == .open ? last : nil
    let given = try open.map { try work.all(Assessment.self, "round_id = ?", $0.id) } ?? []
    let mine = scores.map {
      MaturityScore(
        criterion: $0.criterion, score: $0.score, evidence: PersianText.stored($0.evidence, keepingLines: true))
    }
    try work.require(
      MaturityAssessment.self,
      .init(
        hasAssessedThisRound: given.contains { $0.assessor == work.principal.id }, scores: mine,
        isLastRoundComplete: last?.state == .complete, newRound: newRound ?? false), in: group.province)
    let total = MaturityAssessment.total(
      of: mine, under: try work.parameters(of: MaturityAssessment.self, in: group.province))
    var round =
      try open
      ?? work.insert(
        MaturityRound(
          province: group.province, county: group.county, groupID: group.id, number: (last?.number ?? 0) + 1))
    let assessment = try work.insert(
      Assessment(
        province: group.province, county: group.county, groupID: group.id, roundID: round.id, assessor: work.principal.id,
        day: work.day, scores: mine, total: total))
    if given.count + 1 >= (try work.parameters(of: Maturity.self, in: group.province).assessors) {
      try round.follow(.complete)
      try work.update(round)
    }
    return assessment
  }
}

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
    let founding = try work.first(Founding.self, "group_id = ?", group.id)
    try work.require(Maturity.self, .init(totals: assessments.map(\.total), foundedOn: founding?.day), in: group.province)
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

/// Takes a group back to an earlier stage that it really is in.
struct RegressGroup: DecidingAction {
  var group: Ref<GroupEntity>
  var to: GroupState
  var reason: String

  static let spec = Spec(
    "groups.regress", "بازگرداندن گروه به مرحلهٔ پیشین", "Take a group back to an earlier stage", .post, "/groups/{group}/regression",
    permission: .groupsDecide, weight: .serious,
    fields: [
      "group": ("گروه", "the group"),
      "to": ("به مرحلهٔ: تشکیل‌شده، آموزش‌دیده یا فعال", "to formed, trained or active"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    let former = group
    try work.move(&group, by: .regress, to: to)
    work.setReason(reason)
    try work.insert(
      Regression(
        province: group.province, county: group.county, groupID: group.id, regressedOn: work.day, former: former.state,
        trainedOn: former.trainedOn, maturedOn: former.maturedOn, target: to))
    group.maturedOn = nil
    if to == .formed { group.trainedOn = nil }
    group = try work.update(group)
    try work.awaitHandOver(of: group.object)
    return group
  }
}
