import Contracts
import Feature

/// The director signs an agreement for a base that has none in force. After a lapse it points to the former one.
struct SignAgreement: ApprovingAction {
  var base: Ref<HealthBaseEntity>
  var starts: JalaliDay?

  static let spec = Spec(
    "healthbases.agree", "امضای توافق‌نامه", "Sign an agreement", .post, "/health-bases/{base}/agreements",
    permission: .healthbasesSign, weight: .serious,
    fields: [
      "base": ("پایگاه", "the base"),
      "starts": ("روز آغاز؛ پیش‌فرض امروز یا نخستین روز ممکن", "first day; when left out today, or the first day possible"),
    ])

  func perform(in work: borrowing Transaction) throws -> Agreement {
    let row = try work.require(HealthBase.self, base)
    try work.requireOn(row.province)
    try work.requireSeparationOfDuties(on: row)
    let term = try work.parameters(of: AgreementTerm.self, in: row.province)
    let first = starts ?? AgreementTerm.firstStart(on: work.day, under: term)
    try work.require(AgreementTerm.self, .init(starts: first, admittedOn: row.admittedOn), in: row.province)
    guard row.state == .admitted else {
      throw Refusal.conflict("healthbases.base-suspended", Texts("پایگاه تعلیق است.", "The base is suspended."))
    }
    try work.requireAdmission(of: row)
    try work.requireNoAgreement(for: row)
    let former = try work.first(Agreement.self, "base = ? ORDER BY id DESC", row.id)
    try requireSettled(former, in: work)
    return try work.insertAgreement(for: row, starts: first, after: former?.id)
  }

  /// A held one still may go on; a second beside it would leave it without a place.
  private func requireSettled(_ former: Agreement?, in work: borrowing Transaction) throws {
    guard let former, let outcome = try work.outcome(of: former), outcome.kind == .held else { return }
    throw Refusal.conflict(
      "healthbases.agreement-held",
      Texts(
        "توافق‌نامهٔ \(former.code) متوقف است؛ نخست دربارهٔ سال آن تصمیم بگیرید یا آن را آزاد کنید.",
        "The agreement \(former.code) is held: decide on its year or release it first."))
  }
}

extension Transaction {
  /// A base has one agreement in force; the database holds it too.
  func requireNoAgreement(for base: HealthBase) throws {
    guard let running = try first(Agreement.self, "base = ? AND state IN ('active','suspended')", base.id) else { return }
    throw Refusal.conflict(
      "healthbases.agreement-in-force",
      Texts("توافق‌نامهٔ \(running.code) برای این پایگاه برقرار است.", "The agreement \(running.code) of this base is in force."))
  }
}
