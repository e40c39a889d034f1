public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum TerminationEntity: Entity {
  public static let object = "healthbases.termination"
  public static let texts = Texts("پیشنهاد خاتمهٔ زودهنگام", "proposal of early termination")
}

/// A proposal to end an agreement early, of which the institute was given notice (S4).
public struct Termination: ProvincialRecord {
  public typealias Of = TerminationEntity
  public static let table = Table("healthbases_termination", reach: .province)

  public var id = ID<TerminationEntity>(0)
  public var rev = 0
  public var province: Province
  public var agreement: ID<AgreementEntity>
  /// The day the institute was told.
  public var noticeOn: JalaliDay
  public var isOpen: Bool
}

public enum ConfirmationEntity: Entity {
  public static let object = "healthbases.confirmation"
  public static let texts = Texts("تشخیص خاتمه", "confirmation of a termination")
}

/// One of the three findings that early termination needs; no capacity and no person twice.
public struct Confirmation: ProvincialRecord {
  public typealias Of = ConfirmationEntity
  public static let table = Table("healthbases_confirmation", reach: .province)

  public var id = ID<ConfirmationEntity>(0)
  public var rev = 0
  public var province: Province
  public var termination: ID<TerminationEntity>
  public var capacity: Capacity
  /// The actor, as in the ledger.
  public var confirmedBy: String
  public var confirmedOn: JalaliDay
}

/// In which capacity somebody finds the termination necessary (S4, section 7).
public enum Capacity: String, Choice {
  case director, deputy, official

  public var texts: Texts {
    switch self {
    case .director: Texts("ریاست سازمان", "head of the organisation")
    case .deputy: Texts("معاونت تخصصی", "specialised deputy")
    case .official: Texts("مقام مسئول", "responsible official")
    }
  }

  /// The role that carries it: the process owner is the responsible official.
  var role: Role {
    switch self {
    case .director: .provincialDirector
    case .deputy: .preventionDeputy
    case .official: .preventionOfficer
    }
  }
}
