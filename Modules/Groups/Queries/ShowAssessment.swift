public import Registry
public import Values

/// One assessment with its scores: to its own assessor always, to others when the round is no longer open.
public struct ShowAssessment: Query {
  public var assessment: Ref<AssessmentEntity>

  public static let spec = Spec(
    "groups.assessment", "یک ارزیابی بالندگی", "One maturity assessment", "/group-assessments/{assessment}",
    permission: .groupsRead, fields: ["assessment": ("ارزیابی", "the assessment")])

  public func answer(in look: borrowing Look) throws -> Assessment {
    let row = try look.require(Assessment.self, assessment)
    let round = try look.require(MaturityRound.self, row.roundID)
    guard row.assessor == look.actor.id || round.state != .open else {
      throw Refusal.conflict(
        "groups.round-open",
        Texts(
          "این دور هنوز باز است؛ نمره‌ها پس از پایان آن دیده می‌شود.",
          "The round is still open; scores are shown when it is complete."))
    }
    return row
  }
}
