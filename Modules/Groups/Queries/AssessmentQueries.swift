import Contracts
import Feature

struct ListAssessments: ListQuery {
  var group: Ref<GroupEntity>?

  struct Item: Codable, Sendable {
    var id: ID<AssessmentEntity>
    var group: Code<GroupEntity>
    var round: Int
    var roundState: RoundState
    var assessor: String
    var day: JalaliDay
    /// Hundredths of a point; empty while the round is open, so that assessors stay independent.
    var total: Int?
  }

  static let spec = Spec(
    "groups.assessments", "ارزیابی‌های بالندگی", "Maturity assessments", "/group-assessments", permission: .groupsRead,
    fields: ["group": ("گروه", "the group")])

  func selection() -> Selection {
    Selection(
      from: "groups_assessment t JOIN groups_group g ON g.id = t.group_id JOIN groups_round r ON r.id = t.round_id"
    )
    .refer(group, "g.id = ?")
    .column("group", "g.code")
    .column("round", "r.number")
    .column("roundState", "r.state")
    .column("total", "CASE WHEN r.state = 'open' THEN NULL ELSE t.total END")
  }
}

/// One assessment with its scores: to its own assessor always, to others when the round is no longer open.
struct ShowAssessment: Query {
  var assessment: Ref<AssessmentEntity>

  static let spec = Spec(
    "groups.assessment", "یک ارزیابی بالندگی", "One maturity assessment", "/group-assessments/{assessment}",
    permission: .groupsRead, fields: ["assessment": ("ارزیابی", "the assessment")])

  func answer(in snapshot: borrowing Snapshot) throws -> Told<Assessment> {
    let row = try snapshot.require(Assessment.self, assessment)
    let round = try snapshot.require(MaturityRound.self, row.roundID)
    guard row.assessor == snapshot.principal.id || round.state != .open else {
      throw Refusal.conflict(
        "groups.round-open",
        Texts(
          "این دور هنوز باز است؛ نمره‌ها پس از پایان آن دیده می‌شود.",
          "The round is still open; scores are shown when it is complete."))
    }
    let group = try snapshot.require(Group.self, row.groupID)
    return Told(row, row.sentences(of: group.code, round, given: try snapshot.assessments(in: round).count))
  }
}
