import Contracts
import Feature

/// The deputy for prevention approves the activities of an agreement's year; the night renews nothing else.
struct ApproveYear: ApprovingAction {
  var agreement: Ref<AgreementEntity>
  var lastEntry: Ref<BaseActivityEntity>?

  static let spec = Spec(
    "healthbases.approve-year", "تأیید فعالیت‌های سال", "Approve the year's activities", .post,
    "/health-bases/agreements/{agreement}/approve-year", permission: .healthbasesApprove, weight: .serious,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"),
      "lastEntry": (
        "آخرین فعالیتی که دیده‌اید؛ اگر پس از آن چیزی آمده باشد پذیرفته نمی‌شود", "the last activity seen; refused when more came since"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(Agreement.self, agreement)
    let facts = try work.firstDecision(on: row, .approved)
    if let lastEntry { try work.requireNothing(after: lastEntry, under: row) }
    return try work.decide(row, facts)
  }
}

/// The deputy does not approve the activities: the agreement will lapse.
struct DisapproveYear: ApprovingAction {
  var agreement: Ref<AgreementEntity>
  var reason: String
  var lastEntry: Ref<BaseActivityEntity>?

  static let spec = Spec(
    "healthbases.disapprove-year", "عدم تأیید فعالیت‌های سال", "Disapprove the year's activities", .post,
    "/health-bases/agreements/{agreement}/disapprove-year", permission: .healthbasesApprove, weight: .serious,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "reason": ("علت", "why"),
      "lastEntry": (
        "آخرین فعالیتی که دیده‌اید؛ اگر پس از آن چیزی آمده باشد پذیرفته نمی‌شود", "the last activity seen; refused when more came since"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(Agreement.self, agreement)
    let facts = try work.firstDecision(on: row, .disapproved)
    if let lastEntry { try work.requireNothing(after: lastEntry, under: row) }
    try work.give(reason: reason)
    return try work.decide(row, facts)
  }
}

/// Whoever decided on a year takes another decision, until the night has made an outcome of the first.
struct ReviseDecision: DecidingAction {
  var agreement: Ref<AgreementEntity>
  var decision: YearDecision
  var reason: String
  var lastEntry: Ref<BaseActivityEntity>?

  static let spec = Spec(
    "healthbases.revise-decision", "بازنگری در تصمیم سال", "Revise the decision on a year", .post,
    "/health-bases/agreements/{agreement}/revise-decision", permission: .healthbasesApprove, weight: .serious,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "decision": ("تصمیم تازه", "the new decision"), "reason": ("علت", "why"),
      "lastEntry": ("آخرین فعالیتی که دیده‌اید", "the last activity seen"),
    ])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(Agreement.self, agreement)
    try work.requireOn(row.province)
    let taker = try work.first(TakenDecision.self, "agreement = ? ORDER BY id DESC", row.id)?.decidedBy
    try work.require(
      DecisionRevision.self,
      .init(earlier: row.decision, decision: decision, isTaker: taker.map { $0 == work.principal.id } ?? true), in: row.province)
    try work.requireNoActivity(of: row)
    if let lastEntry { try work.requireNothing(after: lastEntry, under: row) }
    try work.give(reason: reason)
    var facts = try work.yearFacts(of: row, decision)
    facts.earlier = nil
    return try work.decide(row, facts)
  }
}

extension Transaction {
  /// What a first decision is judged by, from other hands than those of the year. Whoever decided already is told so, and not
  /// that the decision had been a hand in the year.
  fileprivate func firstDecision(on row: Agreement, _ decision: YearDecision) throws -> YearApproval.Facts {
    try requireOn(row.province)
    let facts = try yearFacts(of: row, decision)
    if facts.earlier != nil { try require(YearApproval.self, facts, in: row.province) }
    try requireOtherHands(on: row)
    return facts
  }

  /// Writes a decision. In the decision window it takes effect with the next night, so that its taker can still mend it
  /// today, as before the end of the term.
  fileprivate func decide(_ row: Agreement, _ facts: YearApproval.Facts) throws -> Agreement {
    try require(YearApproval.self, facts, in: row.province)
    var decided = row
    decided.decision = facts.decision
    decided.decidedOn = day
    let taken = try insert(
      TakenDecision(
        province: row.province, county: row.county, agreement: row.id, decision: facts.decision, decidedBy: principal.id, decidedOn: day))
    try insert(
      SeenEntry(
        province: row.province, county: row.county, decision: taken.id, agreement: row.id,
        lastEntry: try lastEntry(under: row)))
    if facts.windowEnds != nil, let outcome = try outcome(of: row), var hold = try hold(of: outcome) {
      hold.openUntil = day
      try update(hold)
    }
    try closeYear(of: row, by: facts.decision.move)
    return try update(decided)
  }
}
