import Contracts
import Feature

/// A service-level agreement of one term (S4). It is never prolonged: a renewal is a new one that points to the old.
struct Agreement: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = AgreementEntity
  typealias Machine = AgreementLifecycle
  /// Written also while the module is off: that a licence or a term ended is true all the same.
  static let table = Table("healthbases_agreement", reach: .county, isSwitchable: false)
  static let naming = Naming("(SELECT b.name FROM healthbases_base b WHERE b.id = base)")

  var id = ID<AgreementEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var base: ID<HealthBaseEntity>
  var institute: ID<InstituteEntity>
  var starts: JalaliDay
  /// The last day.
  var ends: JalaliDay
  var state: AgreementState
  /// The agreement it renews; nil for the first of a base.
  var previous: ID<AgreementEntity>?
  /// How many activities were recorded under it; so whoever recorded one has touched the agreement.
  var activities = 0
  var decision: YearDecision?
  var decidedOn: JalaliDay?
  var terminatedOn: JalaliDay?
  /// The next day on which its end is announced.
  var remindOn: JalaliDay?

  var object: String { "\(AgreementEntity.object)/\(id.raw)" }
}

enum AgreementState: String, Choice {
  case active, suspended, terminated, ended

  var texts: Texts {
    switch self {
    case .active: Texts("جاری", "in force")
    case .suspended: Texts("معلق", "suspended")
    case .terminated: Texts("خاتمهٔ زودهنگام", "terminated early")
    case .ended: Texts("پایان‌یافته و تعیین‌تکلیف‌شده", "ended and settled")
    }
  }

  var isInForce: Bool { self == .active || self == .suspended }
}

/// What the deputy for prevention said about the year's activities (S4).
enum YearDecision: String, Choice {
  case approved, disapproved

  var texts: Texts {
    switch self {
    case .approved: Texts("تأیید شده", "approved")
    case .disapproved: Texts("تأیید نشده", "not approved")
    }
  }
}
