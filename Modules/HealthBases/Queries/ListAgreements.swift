public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListAgreements: ListQuery {
  public var province: Province?
  public var base: Ref<HealthBaseEntity>?
  public var state: AgreementState?
  public var decision: YearDecision?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var base: String
    public var starts: JalaliDay
    public var ends: JalaliDay
    public var state: AgreementState
    public var activities: Int
    public var decision: YearDecision?
    public var previous: String?
  }

  public static let spec = Spec(
    "healthbases.agreements", "توافق‌نامه‌ها", "Agreements", "/health-bases/agreements", permission: .healthbasesRead,
    fields: [
      "province": ("استان", "province"), "base": ("پایگاه", "the base"), "state": ("حالت", "state"),
      "decision": ("تصمیم دربارهٔ سال", "decision on the year"),
    ])

  public func selection() -> Selection {
    Selection(
      from: """
        healthbases_agreement t JOIN healthbases_base b ON b.id = t.base
        LEFT JOIN healthbases_agreement p ON p.id = t.previous
        """
    )
    .filter("t.province = ?", province)
    .refer(base, row: "b.id = ?", code: "b.code = ?")
    .filter("t.state = ?", state)
    .filter("t.decision = ?", decision)
    .column("base", "b.code")
    .column("previous", "p.code")
  }
}
