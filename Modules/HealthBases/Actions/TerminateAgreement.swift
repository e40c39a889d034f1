import Contracts
import Feature

/// Ends an agreement before its term is over (S4): three findings, and the notice has run.
struct TerminateAgreement: Action {
  var agreement: Ref<AgreementEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.terminate", "خاتمهٔ زودهنگام توافق‌نامه", "Terminate an agreement early", .post,
    "/health-bases/agreements/{agreement}/terminate", permission: .healthbasesSign, weight: .grave,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    var row = try work.require(Agreement.self, agreement)
    try work.move(&row, by: .terminate)
    var proposal = try openTermination(of: row, in: work)
    let confirmed = try work.all(Confirmation.self, "termination = ? ORDER BY id", proposal.id).map(\.capacity)
    try work.require(
      EarlyTermination.self, .init(noticeOn: proposal.noticeOn, confirmed: confirmed), in: row.province)
    try work.give(reason: reason)
    proposal.isOpen = false
    try work.update(proposal)
    row.terminatedOn = work.day
    row.remindOn = nil
    return try work.update(row)
  }
}
