import Contracts
import Feature

/// Renews an agreement that the night held, once the obstacle is gone. Its one outcome becomes `renewed`.
struct ReleaseHeld: Action {
  var agreement: Ref<AgreementEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.release-held", "آزادکردن توافق‌نامهٔ متوقف", "Release a held agreement", .post,
    "/health-bases/agreements/{agreement}/release", permission: .healthbasesApprove, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> AgreementOutcome {
    let ended = try work.require(Agreement.self, agreement)
    guard var outcome = try work.first(AgreementOutcome.self, "agreement = ?", ended.id) else {
      throw Refusal.conflict(
        "healthbases.not-settled", Texts("این توافق‌نامه هنوز سرانجامی ندارد.", "This agreement has no outcome yet."))
    }
    let base = try work.require(HealthBase.self, ended.base)
    let term = try work.parameters(of: AgreementTerm.self, in: ended.province)
    let nextEnds = AgreementTerm.lastDay(from: ended.ends.adding(days: 1), under: term)
    try work.require(HeldRelease.self, .init(kind: outcome.kind, nextEnds: nextEnds), in: ended.province)
    try work.require(Renewal.self, try YearEnd.facts(of: ended, base, in: work), in: ended.province)
    try work.give(reason: reason)
    let successor = try work.insertAgreement(for: base, starts: work.day, renewing: ended.id)
    outcome.kind = .renewed
    outcome.successor = successor.id
    outcome.releasedOn = work.day
    return try work.update(outcome)
  }
}
