public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A service-level agreement of one term (S4). It is never prolonged: a renewal is a new one that points to the old.
public struct Agreement: CountyRecord, CodedRecord {
  public typealias Of = AgreementEntity
  /// Written also while the module is off: that a licence or a term ended is true all the same.
  public static let table = Table("healthbases_agreement", reach: .county, isSwitchable: false)

  public var id = ID<AgreementEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var base: ID<HealthBaseEntity>
  public var institute: ID<InstituteEntity>
  public var starts: JalaliDay
  /// The last day.
  public var ends: JalaliDay
  public var state: AgreementState
  /// The agreement it renews; nil for the first of a base.
  public var previous: ID<AgreementEntity>?
  /// How many activities were recorded under it; so whoever recorded one has touched the agreement.
  public var activities = 0
  public var decision: YearDecision?
  public var decidedOn: JalaliDay?
  public var terminatedOn: JalaliDay?
  /// The next day on which its end is announced.
  public var remindOn: JalaliDay?

  public var object: String { "\(AgreementEntity.object)/\(id.raw)" }
}

public enum AgreementState: String, Choice {
  case active, suspended, terminated, ended

  public var texts: Texts {
    switch self {
    case .active: Texts("جاری", "in force")
    case .suspended: Texts("معلق", "suspended")
    case .terminated: Texts("خاتمهٔ زودهنگام", "terminated early")
    case .ended: Texts("پایان‌یافته و تعیین‌تکلیف‌شده", "ended and settled")
    }
  }

  public var isInForce: Bool { self == .active || self == .suspended }
}

/// What the deputy for prevention said about the year's activities (S4).
public enum YearDecision: String, Choice {
  case approved, disapproved

  public var texts: Texts {
    switch self {
    case .approved: Texts("تأیید شده", "approved")
    case .disapproved: Texts("تأیید نشده", "not approved")
    }
  }
}
