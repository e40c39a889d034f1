import Contracts
import Feature

struct ListAgreements: ListQuery {
  var province: Province?
  var base: Ref<HealthBaseEntity>?
  var state: AgreementState?
  var decision: YearDecision?

  struct Item: Codable, Sendable {
    var id: ID<AgreementEntity>
    var code: String
    var province: Province
    var base: Code<HealthBaseEntity>
    var starts: JalaliDay
    var ends: JalaliDay
    var state: AgreementState
    var activities: Int
    var decision: YearDecision?
    var previous: Code<AgreementEntity>?
  }

  static let spec = Spec(
    "healthbases.agreements", "توافق‌نامه‌ها", "Agreements", "/health-bases/agreements", permission: .healthbasesRead,
    fields: [
      "province": ("استان", "province"), "base": ("پایگاه", "the base"), "state": ("حالت", "state"),
      "decision": ("تصمیم دربارهٔ سال", "decision on the year"),
    ])

  func selection() -> Selection {
    Selection(
      from: """
        healthbases_agreement t JOIN healthbases_base b ON b.id = t.base
        LEFT JOIN healthbases_agreement p ON p.id = t.previous
        """
    )
    .filter("t.province = ?", province)
    .refer(base, "b.id = ?")
    .filter("t.state = ?", state)
    .filter("t.decision = ?", decision)
    .column("base", "b.code")
    .column("previous", "p.code")
  }
}
