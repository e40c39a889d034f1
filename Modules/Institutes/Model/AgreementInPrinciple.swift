import Contracts
import Feature

enum AgreementInPrincipleEntity: Entity {
  static let object = "institutes.principle"
  static let prefix: String? = "AP"
  static let texts = Texts("موافقت اصولی", "agreement in principle")
}

/// The director's agreement in principle (S2), with a serial number of its own; it precedes the licence.
struct AgreementInPrinciple: ProvincialRecord, CodedRecord {
  typealias Of = AgreementInPrincipleEntity
  static let table = Table("institutes_principle", reach: .province)

  var id = ID<AgreementInPrincipleEntity>(0)
  var rev = 0
  /// The serial number.
  var code = ""
  var province: Province
  var institute: ID<InstituteEntity>
  var signedOn: JalaliDay
  var conditions: String
}
