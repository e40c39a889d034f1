import Contracts
import Feature

/// An officer enters what an institute says against the outcome of its agreement.
struct AppealOutcome: Action {
  var agreement: Ref<AgreementEntity>
  var grounds: String
  var handedOverOn: JalaliDay?

  static let spec = Spec(
    "healthbases.appeal-outcome", "ثبت اعتراض به سرانجام", "Object to an outcome", .post,
    "/health-bases/agreements/{agreement}/appeal", permission: .healthbasesAppeal,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "grounds": ("دلایل مؤسسه", "what the institute says"),
      "handedOverOn": ("روز ابلاغ سرانجام؛ پیش‌فرض روز سرانجام", "day of the hand-over; the day of the outcome when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> Appeal {
    let row = try work.require(Agreement.self, agreement)
    guard let outcome = try work.outcome(of: row) else {
      throw Refusal.conflict(
        "healthbases.not-settled", Texts("این توافق‌نامه هنوز سرانجامی ندارد.", "This agreement has no outcome yet."))
    }
    let settled = try work.hold(of: outcome)?.endedOn ?? outcome.settledOn
    let told = handedOverOn ?? settled
    try work.require(
      OutcomeAppeal.self,
      .init(kind: outcome.kind, isTerminated: row.terminatedOn != nil, settledOn: settled, handedOverOn: told), in: row.province)
    let appeal = try work.insert(
      Appeal(
        province: row.province, county: row.county, outcome: outcome.id, agreement: row.id, handedOverOn: told, filedOn: work.day,
        grounds: PersianText.stored(grounds, keepingLines: true), state: .filed, answer: ""))
    try work.openDeadline(
      DecideAppeal.clock, for: appeal.object, in: row.province, from: work.day,
      days: try work.parameters(of: OutcomeAppeal.self, in: row.province).answerDays, rule: .calendar,
      texts: Texts(
        "تصمیم دربارهٔ اعتراض به سرانجام توافق‌نامهٔ \(row.code)", "decide on the objection to the outcome of the agreement \(row.code)"))
    return appeal
  }
}

enum AppealAnswer: String, Choice {
  case uphold, reject

  var texts: Texts { move.texts }
  var move: AppealMove { self == .uphold ? .uphold : .reject }
}

/// The director answers an objection; nobody who decided on the year, recorded in it, entered the objection or signed what
/// came after the lapse, for which the national office may. An upheld one makes the year an approved one: what was signed
/// meanwhile is what renews it, else the new agreement follows the old without a gap.
struct DecideAppeal: ApprovingAction {
  static let clock = "healthbases.decide-appeal"

  var appeal: Ref<AppealEntity>
  var answer: AppealAnswer
  var reason: String

  static let spec = Spec(
    clock, "پاسخ به اعتراض", "Decide on an objection", .post, "/health-bases/appeals/{appeal}/decision",
    permission: .healthbasesDecideAppeal, weight: .serious,
    fields: ["appeal": ("اعتراض", "the objection"), "answer": ("پاسخ", "the answer"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Appeal {
    var row = try work.require(Appeal.self, appeal)
    try work.requireOn(row.province)
    try work.move(&row, by: answer.move)
    try work.requireSeparationOfDuties(on: row)
    var agreement = try work.require(Agreement.self, row.agreement)
    for decision in try work.all(TakenDecision.self, "agreement = ?", agreement.id) { try work.requireSeparationOfDuties(on: decision) }
    let fresh = try work.first(Agreement.self, "previous = ?", agreement.id)
    if let fresh { try work.requireSeparationOfDuties(on: fresh) }
    try work.requireNoActivity(of: agreement)
    try work.give(reason: reason)
    row.answer = PersianText.stored(reason, keepingLines: true)
    row.answeredOn = work.day
    if answer == .uphold {
      agreement.decision = .approved
      agreement.decidedOn = work.day
      agreement = try work.update(agreement)
      try YearEnd.uphold(agreement, try work.require(AgreementOutcome.self, row.outcome), by: fresh, in: work)
    }
    try work.meetDeadline(DecideAppeal.clock, for: row.object)
    return try work.update(row)
  }
}
