import Contracts
import Feature

/// Proposes to end an agreement early and records the notice given to the institute; the first of three findings.
struct ProposeTermination: DecidingAction {
  var agreement: Ref<AgreementEntity>
  var capacity: Capacity
  var noticeOn: JalaliDay?
  var reason: String

  static let spec = Spec(
    "healthbases.propose-termination", "پیشنهاد خاتمهٔ زودهنگام", "Propose early termination", .post,
    "/health-bases/agreements/{agreement}/termination", permission: .healthbasesConfirm, weight: .serious,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "capacity": ("در چه سمتی", "in which capacity"),
      "noticeOn": ("روز اطلاع به مؤسسه؛ پیش‌فرض امروز", "day the institute was told; today when left out"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Termination {
    let row = try work.require(Agreement.self, agreement)
    try work.requireMove(row, by: .terminate)
    // Without a period of notice nothing could ever come of the proposal.
    let terms = try work.parameters(of: EarlyTermination.self, in: row.province)
    let notice = noticeOn ?? work.day
    let first = EarlyTermination.firstNotice(on: work.day, termFrom: row.starts, under: terms)
    guard notice <= work.day, notice >= first else { throw ProposeTermination.noticeDay(from: first, to: work.day) }
    try work.give(reason: reason)
    let proposal = try work.insert(
      Termination(province: row.province, agreement: row.id, noticeOn: notice, isOpen: true))
    try confirm(proposal, capacity, in: work)
    return proposal
  }

  private static func noticeDay(from first: JalaliDay, to today: JalaliDay) -> Refusal {
    // An agreement that is signed ahead has no day yet on which its institute could be told.
    guard first <= today else {
      return .input(
        "/noticeOn", "healthbases.notice-day",
        Texts(
          "دورهٔ توافق‌نامه در \(first.textFa) آغاز می‌شود؛ از آن روز پیشنهاد کنید.",
          "The term begins on \(first.text); propose it from that day on."))
    }
    return .input(
      "/noticeOn", "healthbases.notice-day",
      Texts(
        "روز اطلاع از \(first.textFa) تا \(today.textFa) است؛ اگر اطلاع کهنه‌تر است، دوباره اطلاع دهید.",
        "The notice is of \(first.text) to \(today.text); give notice anew where it is older."))
  }
}

/// Another of the three findings, in another capacity, by another person.
struct ConfirmTermination: DecidingAction {
  var agreement: Ref<AgreementEntity>
  var capacity: Capacity

  static let spec = Spec(
    "healthbases.confirm-termination", "تشخیص ضرورت خاتمه", "Confirm the need for termination", .post,
    "/health-bases/agreements/{agreement}/termination/confirmations", permission: .healthbasesConfirm, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "capacity": ("در چه سمتی", "in which capacity")])

  func perform(in work: borrowing Transaction) throws -> Confirmation {
    let row = try work.require(Agreement.self, agreement)
    return try confirm(try openTermination(of: row, in: work), capacity, in: work)
  }
}

func openTermination(of agreement: Agreement, in work: borrowing Transaction) throws -> Termination {
  guard let found = try work.first(Termination.self, "agreement = ? AND is_open = 1", agreement.id) else {
    throw Refusal.notFound(TerminationEntity.self)
  }
  return found
}

@discardableResult
private func confirm(
  _ termination: Termination, _ capacity: Capacity, in work: borrowing Transaction
) throws -> Confirmation {
  let earlier = try work.all(Confirmation.self, "termination = ? ORDER BY id", termination.id)
  let principal = work.principal
  try work.require(
    ConfirmationCapacity.self,
    .init(
      capacity: capacity, holdsRole: principal.grants.contains { $0.role == capacity.role.id },
      isTaken: earlier.contains { $0.capacity == capacity },
      hasConfirmed: earlier.contains { $0.confirmedBy == principal.id }),
    in: termination.province)
  return try work.insert(
    Confirmation(
      province: termination.province, termination: termination.id, capacity: capacity, confirmedBy: principal.id,
      confirmedOn: work.day))
}

/// Ends an agreement before its term is over (S4): three findings, and the notice has run.
struct TerminateAgreement: DecidingAction {
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
    try work.dropSignatures(of: row)
    try work.closeYear(of: row, by: .pass)
    row = try work.update(row)
    try work.awaitHandOver(of: row.object)
    return row
  }
}
