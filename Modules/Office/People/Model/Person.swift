public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// Somebody the programme knows. What identifies them is sealed with their own key or, where it must be searched,
/// kept clear in the row and only committed to in the ledger.
public struct Person: CountyRecord, CodedRecord, PersonalRecord {
  public typealias Of = PersonEntity
  public static let table = Table("people_person", reach: .county)

  public var id = ID<PersonEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  /// nil: seen by every county of the province.
  public var county: ID<CountyEntity>?
  public var subject: Bytes
  public var idKind: IDKind
  public var nationalID: Secret<NationalID>?
  public var foreignID: Secret<String>?
  /// Why there is no national ID.
  public var idReason: Personal<String>?
  /// Blind index of the national or foreign ID; unique in a province.
  public var identityIndex: Personal<Bytes>?
  public var firstName: Personal<String>
  public var familyName: Personal<String>
  public var fatherName: Personal<String>
  /// First and family name, folded for searching.
  public var searchKey: Personal<String>
  /// First and family name without titles and spaces, folded for likeness.
  public var nameKey: Personal<String>
  public var fatherKey: Personal<String>
  /// Family name, then first name, in Persian order.
  public var sortKey: Personal<Bytes>
  public var birth: Personal<JalaliDay>
  public var isLiterate: Personal<Bool>
  public var gender: Personal<Gender>?
  public var mobile: Secret<Mobile>?
  public var address: Secret<String>?
  /// The day on which the person agreed to being registered.
  public var consentedOn: JalaliDay?

  /// As written on a list.
  public var fullName: String { "\(firstName.content) \(familyName.content)" }
}

/// By what a person is identified.
public enum IDKind: String, Choice {
  case nationalID, foreignID, none

  public var texts: Texts {
    switch self {
    case .nationalID: Texts("کد ملی", "national ID")
    case .foreignID: Texts("شناسهٔ اتباع خارجی", "foreign national's ID")
    case .none: Texts("بی‌شناسه", "no ID")
    }
  }
}

public enum Gender: String, Choice {
  case female, male

  public var texts: Texts {
    switch self {
    case .female: Texts("زن", "female")
    case .male: Texts("مرد", "male")
    }
  }
}
