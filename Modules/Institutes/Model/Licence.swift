import Contracts
import Feature

enum LicenceEntity: Entity {
  static let object = "institutes.licence"
  static let prefix: String? = "LC"
  static let texts = Texts("پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
}

/// An establishment and activity licence (S4). A renewal is a new one; the old row stays as it was.
struct Licence: ProvincialRecord, CodedRecord {
  typealias Of = LicenceEntity
  static let table = Table("institutes_licence", reach: .province)
  static let naming = Naming("(SELECT i.name FROM institutes_institute i WHERE i.id = institute)")

  var id = ID<LicenceEntity>(0)
  var rev = 0
  /// The serial number.
  var code = ""
  var province: Province
  var institute: ID<InstituteEntity>
  /// What it may be used for, in the words of the licence.
  var scope: String
  var signedOn: JalaliDay
  var validFrom: JalaliDay
  var validUntil: JalaliDay
}
