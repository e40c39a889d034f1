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
