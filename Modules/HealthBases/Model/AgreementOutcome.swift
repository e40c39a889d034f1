import Contracts
import Feature

/// What became of an agreement that ended: exactly one per agreement and year, by constraint.
struct AgreementOutcome: CountyRecord {
  typealias Of = OutcomeEntity
  /// Written also where the module is off: being off is one of the reasons an agreement is held.
  static let table = Table("healthbases_outcome", reach: .county, isSwitchable: false)

  var id = ID<OutcomeEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  /// Jalali year in which a next term begins.
  var year: Int
  var kind: OutcomeKind
  /// Codes of the objections of the rule `healthbases.renewal`; empty for a renewal.
  var reasons: [String]
  /// The new agreement.
  var successor: ID<AgreementEntity>?
  var settledOn: JalaliDay
  /// When a held one was released.
  var releasedOn: JalaliDay?
}

enum OutcomeKind: String, Choice {
  case renewed, lapsed, held

  var texts: Texts {
    switch self {
    case .renewed: Texts("تجدیدشده", "renewed")
    case .lapsed: Texts("بی‌تجدید پایان‌یافته", "lapsed")
    case .held: Texts("متوقف", "held")
    }
  }
}
