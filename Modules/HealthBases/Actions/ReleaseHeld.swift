import Contracts
import Feature

/// Renews an agreement that the night held, once the obstacle is gone. Its one outcome becomes `renewed`. Whoever releases
/// writes nothing of the new year, and may decide on it later.
struct ReleaseHeld: ConfirmingAction {
  var agreement: Ref<AgreementEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.release-held", "آزادکردن توافق‌نامهٔ متوقف", "Release a held agreement", .post,
    "/health-bases/agreements/{agreement}/release", permission: .healthbasesApprove, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> AgreementOutcome {
    let ended = try work.require(Agreement.self, agreement)
    guard let outcome = try work.outcome(of: ended) else {
      throw Refusal.conflict(
        "healthbases.not-settled", Texts("این توافق‌نامه هنوز سرانجامی ندارد.", "This agreement has no outcome yet."))
    }
    let facts = try YearEnd.facts(of: ended, in: work)
    try work.require(
      HeldRelease.self,
      .init(
        kind: outcome.kind, nextEnds: try YearEnd.nextEnd(of: ended, in: work),
        isDecided: ended.decision == .approved && !outcome.isObstructed), in: ended.province)
    try work.require(Renewal.self, facts, in: ended.province)
    try work.give(reason: reason)
    return try YearEnd.renew(ended, outcome, from: work.day, in: work)
  }
}
