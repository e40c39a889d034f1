public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum LicenceEntity: Entity {
  public static let object = "institutes.licence"
  public static let prefix: String? = "LC"
  public static let texts = Texts("پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
}

/// An establishment and activity licence (S4). A renewal is a new one; the old row stays as it was.
public struct Licence: ProvincialRecord, CodedRecord {
  public typealias Of = LicenceEntity
  public static let table = Table("institutes_licence", reach: .province)

  public var id = ID<LicenceEntity>(0)
  public var rev = 0
  /// The serial number.
  public var code = ""
  public var province: Province
  public var institute: ID<InstituteEntity>
  /// What it may be used for, in the words of the licence.
  public var scope: String
  public var signedOn: JalaliDay
  public var validFrom: JalaliDay
  public var validUntil: JalaliDay
}
