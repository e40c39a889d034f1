public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum AgreementInPrincipleEntity: Entity {
  public static let object = "institutes.principle"
  public static let prefix: String? = "AP"
  public static let texts = Texts("موافقت اصولی", "agreement in principle")
}

/// The director's agreement in principle (S2), with a serial number of its own; it precedes the licence.
public struct AgreementInPrinciple: ProvincialRecord, CodedRecord {
  public typealias Of = AgreementInPrincipleEntity
  public static let table = Table("institutes_principle", reach: .province)

  public var id = ID<AgreementInPrincipleEntity>(0)
  public var rev = 0
  /// The serial number.
  public var code = ""
  public var province: Province
  public var institute: ID<InstituteEntity>
  public var signedOn: JalaliDay
  public var conditions: String
}
