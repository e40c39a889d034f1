public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum OutcomeEntity: Entity {
  public static let object = "healthbases.outcome"
  public static let texts = Texts("سرانجام توافق‌نامه", "outcome of an agreement")
}

/// What became of an agreement that ended: exactly one per agreement and year, by constraint.
public struct Outcome: CountyRecord {
  public typealias Of = OutcomeEntity
  /// Written also where the module is off: being off is one of the reasons an agreement is held.
  public static let table = Table("healthbases_outcome", reach: .county, isSwitchable: false)

  public var id = ID<OutcomeEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var agreement: ID<AgreementEntity>
  /// Jalali year in which a next term begins.
  public var year: Int
  public var kind: OutcomeKind
  /// Codes of the objections of the rule `healthbases.renewal`; empty for a renewal.
  public var reasons: [String]
  /// The new agreement.
  public var successor: ID<AgreementEntity>?
  public var settledOn: JalaliDay
  /// When a held one was released.
  public var releasedOn: JalaliDay?
}

public enum OutcomeKind: String, Choice {
  case renewed, lapsed, held

  public var texts: Texts {
    switch self {
    case .renewed: Texts("تجدیدشده", "renewed")
    case .lapsed: Texts("بی‌تجدید پایان‌یافته", "lapsed")
    case .held: Texts("متوقف", "held")
    }
  }
}
