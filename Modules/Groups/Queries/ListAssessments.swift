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
