import Contracts
import Feature

/// The director signs an agreement for a base that has none in force.
struct SignAgreement: ApprovingAction {
  var base: Ref<HealthBaseEntity>
  var starts: JalaliDay?

  static let spec = Spec(
    "healthbases.agree", "امضای توافق‌نامه", "Sign an agreement", .post, "/health-bases/{base}/agreements",
    permission: .healthbasesSign, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "starts": ("روز آغاز؛ پیش‌فرض امروز", "first day; today when left out")])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(HealthBase.self, base)
    try work.requireOn(row.province)
    try work.requireSeparationOfDuties(on: row)
    let first = starts ?? work.day
    try work.require(AgreementTerm.self, .init(starts: first, admittedOn: row.admittedOn), in: row.province)
    guard row.state == .admitted else {
      throw Refusal.conflict("healthbases.base-suspended", Texts("پایگاه تعلیق است.", "The base is suspended."))
    }
    try work.requireAdmission(of: row)
    if let running = try work.first(Agreement.self, "base = ? AND state IN ('active','suspended')", row.id) {
      throw Refusal.conflict(
        "healthbases.agreement-in-force",
        Texts("توافق‌نامهٔ \(running.code) برای این پایگاه برقرار است.", "The agreement \(running.code) of this base is in force."))
    }
    return try work.insertAgreement(for: row, starts: first)
  }
}

/// Records something a base did under one of its commitments.
struct RecordActivity: Action {
  var agreement: Ref<AgreementEntity>
  var commitment: Commitment
  var day: JalaliDay
  var title: String
  var participants: [Ref<PersonEntity>]?
  var report: String

  static let spec = Spec(
    "healthbases.record-activity", "ثبت فعالیت پایگاه", "Record an activity", .post,
    "/health-bases/agreements/{agreement}/activities", permission: .healthbasesRecord,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment (S4)"), "day": ("روز", "the day"),
      "title": ("عنوان", "title"), "participants": ("شرکت‌کنندگان", "who took part"), "report": ("گزارش", "report"),
    ])

  func perform(in work: borrowing Transaction) throws -> BaseActivity {
    var row = try work.require(Agreement.self, agreement)
    let base = try work.require(HealthBase.self, row.base)
    try work.require(
      ActivityInTerm.self,
      .init(agreement: row.state, base: base.state, starts: row.starts, ends: row.ends, activity: day), in: row.province)
    let activity = try work.insert(
      BaseActivity(
        province: row.province, county: row.county, agreement: row.id, commitment: commitment, day: day,
        title: PersianText.stored(title), participants: try people(named: participants ?? [], "/participants", in: work),
        report: PersianText.stored(report, keepingLines: true)))
    row.activities += 1
    try work.update(row)
    return activity
  }
}

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
