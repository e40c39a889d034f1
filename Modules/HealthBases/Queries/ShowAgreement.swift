import Contracts
import Feature

/// One agreement with its base, its outcome, and how far its commitments were kept.
struct ShowAgreement: Query {
  var agreement: Ref<AgreementEntity>

  struct Output: Codable, Sendable {
    struct Kept: Codable, Sendable {
      var commitment: Commitment
      var activities: Int
    }

    var agreement: Agreement
    var base: HealthBase
    var kept: [Kept]
    /// What still stands in the way of an approval.
    var missing: [MissingPoint]
    /// None before the term is over, then exactly one.
    var outcomes: [AgreementOutcome]
    var sentences: [Texts]
  }

  static let spec = Spec(
    "healthbases.agreement", "یک توافق‌نامه", "One agreement", "/health-bases/agreements/{agreement}",
    permission: .healthbasesRead, fields: ["agreement": ("توافق‌نامه", "the agreement")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Agreement.self, agreement)
    let kept = try Commitment.allCases.map { commitment in
      Output.Kept(
        commitment: commitment,
        activities: try snapshot.count(
          "SELECT count(*) FROM healthbases_activity WHERE agreement = ? AND commitment = ?", row.id, commitment))
    }
    let facts = YearApproval.Facts(
      state: row.state, decision: .approved, kept: kept.filter { $0.activities > 0 }.map(\.commitment))
    let base = try snapshot.require(HealthBase.self, row.base)
    let outcomes = try snapshot.all(AgreementOutcome.self, "agreement = ?", row.id)
    return Output(
      agreement: row, base: base, kept: kept,
      missing: row.decision == nil ? try snapshot.missing(YearApproval.self, facts, in: row.province) : [], outcomes: outcomes,
      sentences: Output.sentences(row, of: base.code, kept, outcomes))
  }
}
