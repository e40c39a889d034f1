import Contracts
import Feature

/// The deputy for prevention approves the activities of an agreement's year; the night renews nothing else.
struct ApproveYear: ApprovingAction {
  var agreement: Ref<AgreementEntity>

  static let spec = Spec(
    "healthbases.approve-year", "تأیید فعالیت‌های سال", "Approve the year's activities", .post,
    "/health-bases/agreements/{agreement}/approve-year", permission: .healthbasesApprove, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement")])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(Agreement.self, agreement)
    try work.requireSeparationOfDuties(on: row)
    return try decide(row, .approved, in: work)
  }
}

/// The deputy does not approve the activities: the agreement will lapse.
struct DisapproveYear: ApprovingAction {
  var agreement: Ref<AgreementEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.disapprove-year", "عدم تأیید فعالیت‌های سال", "Disapprove the year's activities", .post,
    "/health-bases/agreements/{agreement}/disapprove-year", permission: .healthbasesApprove, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(Agreement.self, agreement)
    try work.give(reason: reason)
    return try decide(row, .disapproved, in: work)
  }
}

private func decide(_ row: Agreement, _ decision: YearDecision, in work: borrowing Transaction) throws -> Agreement {
  try work.requireOn(row.province)
  let kept = try work.rows("SELECT DISTINCT commitment FROM healthbases_activity WHERE agreement = ?", row.id)
    .compactMap { $0.first?.string.flatMap(Commitment.init(rawValue:)) }
  try work.require(YearApproval.self, .init(state: row.state, decision: decision, kept: kept), in: row.province)
  var decided = row
  decided.decision = decision
  decided.decidedOn = work.day
  return try work.update(decided)
}
