public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A place in a neighbourhood where an institute works on social health (S4).
public struct HealthBase: CountyRecord, CodedRecord {
  public typealias Of = HealthBaseEntity
  public static let table = Table("healthbases_base", reach: .county)

  public var id = ID<HealthBaseEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var institute: ID<InstituteEntity>
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var name: String
  public var state: BaseState
  /// The institute's record in the place, in the words of whoever admitted it; empty before.
  public var experience: String
  public var personnel: [ID<PersonEntity>]
  public var admittedOn: JalaliDay?

  /// As the ledger and the desks name it.
  public var object: String { "\(HealthBaseEntity.object)/\(id.raw)" }
}

public enum BaseState: String, Choice {
  case proposed, admitted, suspended

  public var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .admitted: Texts("پذیرفته‌شده", "admitted")
    case .suspended: Texts("تعلیق‌شده", "suspended")
    }
  }
}
