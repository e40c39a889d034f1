import Contracts
import Feature

enum TerminationEntity: Entity {
  static let object = "healthbases.termination"
  static let prefix: String? = "TN"
  static let texts = Texts("پیشنهاد خاتمهٔ زودهنگام", "proposal of early termination")
}

/// A proposal to end an agreement early, of which the institute was given notice (S4).
struct Termination: ProvincialRecord {
  typealias Of = TerminationEntity
  static let table = Table("healthbases_termination", reach: .province, seenWith: ["agreement"])

  var id = ID<TerminationEntity>(0)
  var rev = 0
  var province: Province
  var agreement: ID<AgreementEntity>
  /// The day the institute was told.
  var noticeOn: JalaliDay
  var isOpen: Bool
}

enum ConfirmationEntity: Entity {
  static let object = "healthbases.confirmation"
  static let prefix: String? = "CF"
  static let texts = Texts("تشخیص خاتمه", "confirmation of a termination")
}

/// One of the three findings that early termination needs; no capacity and no person twice.
struct Confirmation: ProvincialRecord {
  typealias Of = ConfirmationEntity
  static let table = Table("healthbases_confirmation", reach: .province, seenWith: ["termination"])

  var id = ID<ConfirmationEntity>(0)
  var rev = 0
  var province: Province
  var termination: ID<TerminationEntity>
  var capacity: Capacity
  /// The actor, as in the ledger.
  var confirmedBy: String
  var confirmedOn: JalaliDay
}

/// In which capacity somebody finds the termination necessary (S4, section 7).
enum Capacity: String, Choice {
  case director, deputy, official

  var texts: Texts {
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
