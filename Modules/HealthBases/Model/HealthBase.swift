import Contracts
import Feature

/// A place in a neighbourhood where an institute works on social health (S4).
struct HealthBase: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = HealthBaseEntity
  typealias Machine = BaseLifecycle
  static let table = Table("healthbases_base", reach: .county)
  static let naming = Naming("name")

  var id = ID<HealthBaseEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var institute: ID<InstituteEntity>
  var neighbourhood: ID<NeighbourhoodEntity>
  var name: String
  var state: BaseState
  /// The institute's record in the place, in the words of whoever admitted it; empty before.
  var experience: String
  var personnel: [ID<PersonEntity>]
  var admittedOn: JalaliDay?

  /// As the ledger and the desks name it.
  var object: String { "\(HealthBaseEntity.object)/\(id.raw)" }
}

enum BaseState: String, Choice {
  case proposed, admitted, suspended

  var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .admitted: Texts("پذیرفته‌شده", "admitted")
    case .suspended: Texts("تعلیق‌شده", "suspended")
    }
  }
}
