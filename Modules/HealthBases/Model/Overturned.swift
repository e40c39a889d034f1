import Contracts
import Feature

enum OverturnedEntity: Entity {
  static let object = "healthbases.overturned"
  static let prefix: String? = "OV"
  static let texts = Texts("سرانجام برگردانده‌شده", "overturned outcome")
}

/// An outcome or a termination that an objection overturned.
struct Overturned: CountyRecord {
  typealias Of = OverturnedEntity
  static let table = Table("healthbases_overturned", reach: .county)

  var id = ID<OverturnedEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  /// nil where the agreement was terminated and its term had not come to an end.
  var outcome: ID<OutcomeEntity>?
  var overturnedOn: JalaliDay
}

enum BaseSuspensionEntity: Entity {
  static let object = "healthbases.suspension"
  static let prefix: String? = "BS"
  static let texts = Texts("تعلیق پایگاه", "suspension of a base")
}

/// One suspension of a base; what an objection is raised against.
struct BaseSuspension: CountyRecord {
  typealias Of = BaseSuspensionEntity
  static let table = Table("healthbases_suspension", reach: .county)

  var id = ID<BaseSuspensionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var base: ID<HealthBaseEntity>
  var suspendedOn: JalaliDay
  var resumedOn: JalaliDay?

  /// Its name in the ledger.
  var object: String { "\(BaseSuspensionEntity.object)/\(id.raw)" }
}
