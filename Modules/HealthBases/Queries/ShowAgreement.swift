public import Contracts
public import Registry
public import Values

/// One agreement with its base, its outcome, and how far its commitments were kept.
public struct ShowAgreement: Query {
  public var agreement: Ref<AgreementEntity>

  public struct Answer: Codable, Sendable {
    public struct Kept: Codable, Sendable {
      public var commitment: Commitment
      public var activities: Int
    }

    public var agreement: Agreement
    public var base: HealthBase
    public var kept: [Kept]
    /// What still stands in the way of an approval.
    public var missing: [MissingPoint]
    /// None before the term is over, then exactly one.
    public var outcomes: [Outcome]
  }

  public static let spec = Spec(
    "healthbases.agreement", "یک توافق‌نامه", "One agreement", "/health-bases/agreements/{agreement}",
    permission: .healthbasesRead, fields: ["agreement": ("توافق‌نامه", "the agreement")])

  public func answer(in look: borrowing Look) throws -> Answer {
    let row = try look.require(Agreement.self, agreement)
    let kept = try Commitment.allCases.map { commitment in
      Answer.Kept(
        commitment: commitment,
        activities: try look.count(
          "SELECT count(*) FROM healthbases_activity WHERE agreement = ? AND commitment = ?", row.id, commitment))
    }
    let facts = YearApproval.Facts(
      state: row.state, decision: .approved, kept: kept.filter { $0.activities > 0 }.map(\.commitment))
    return Answer(
      agreement: row, base: try look.require(HealthBase.self, row.base), kept: kept,
      missing: row.decision == nil ? try look.missing(YearApproval.self, facts, in: row.province) : [],
      outcomes: try look.all(Outcome.self, "agreement = ?", row.id))
  }
}
