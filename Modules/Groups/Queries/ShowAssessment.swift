import Contracts
import Feature

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
