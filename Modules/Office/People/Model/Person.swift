import Contracts
import Feature

/// Somebody the programme knows. What identifies them is sealed with their own key or, where it must be searched,
/// kept clear in the row and only committed to in the ledger.
struct Person: CountyRecord, CodedRecord, PersonalRecord {
  typealias Of = PersonEntity
  static let table = Table("people_person", reach: .county)
  static let naming = Naming(
    "first_name || ' ' || family_name", foundBy: [.blindIndex("identity_index", purpose: "people.national-id")], visibleWith: .peopleRead)

  var id = ID<PersonEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  /// nil: seen by every county of the province.
  var county: ID<CountyEntity>?
  var subject: Bytes
  var idKind: IDKind
  var nationalID: Secret<NationalID>?
  var foreignID: Secret<String>?
  /// Why there is no national ID.
  var idReason: Personal<String>?
  /// Blind index of the national or foreign ID; unique in a province.
  var identityIndex: Personal<Bytes>?
  var firstName: Personal<String>
  var familyName: Personal<String>
  var fatherName: Personal<String>
  /// First and family name, folded for searching.
  var searchKey: Personal<String>
  /// First and family name without titles and spaces, folded for likeness.
  var nameKey: Personal<String>
  var fatherKey: Personal<String>
  /// Family name, then first name, in Persian order.
  var sortKey: Personal<Bytes>
  var birth: Personal<JalaliDay>
  var isLiterate: Personal<Bool>
  var gender: Personal<Gender>?
  var mobile: Secret<Mobile>?
  var address: Secret<String>?
  /// The day on which the person agreed to being registered.
  var consentedOn: JalaliDay?

  /// As written on a list.
  var fullName: String { "\(firstName.content) \(familyName.content)" }
}

/// By what a person is identified.
enum IDKind: String, Choice {
  case nationalID, foreignID, none

  var texts: Texts {
    switch self {
    case .nationalID: Texts("کد ملی", "national ID")
    case .foreignID: Texts("شناسهٔ اتباع خارجی", "foreign national's ID")
    case .none: Texts("بی‌شناسه", "no ID")
    }
  }
}

enum Gender: String, Choice {
  case female, male

  var texts: Texts {
    switch self {
    case .female: Texts("زن", "female")
    case .male: Texts("مرد", "male")
    }
  }
}

/// The names of a person with every key made from them; made in one place so that they never disagree.
struct PersonNames {
  let first: String
  let family: String
  let father: String

  /// - Throws: `Refusal` of kind `malformed` for a name of no letters or of more than 100.
  init(first: String, family: String, father: String) throws {
    self.first = try PersonNames.checked(first, "/firstName")
    self.family = try PersonNames.checked(family, "/familyName")
    self.father = try PersonNames.checked(father, "/fatherName")
  }

  var searchKey: String { PersianText.searchKey("\(first) \(family)") }
  var nameKey: String { PersianText.nameKeyWithoutTitle("\(first) \(family)") }
  var fatherKey: String { PersianText.nameKeyWithoutTitle(father) }
  var sortKey: [UInt8] { PersianText.sortKey(family) + [0] + PersianText.sortKey(first) }

  private static func checked(_ text: String, _ pointer: String) throws -> String {
    let stored = PersianText.stored(text)
    guard (1...100).contains(stored.unicodeScalars.count), stored.contains(where: \.isLetter) else {
      throw Refusal.input(
        pointer, "people.name",
        Texts("نام باید ۱ تا ۱۰۰ نویسه و دارای حرف باشد.", "A name must have 1 to 100 characters, letters among them."))
    }
    return stored
  }
}

extension Person {
  /// Writes names and keys together.
  mutating func take(_ names: PersonNames) {
    firstName = Personal(names.first)
    familyName = Personal(names.family)
    fatherName = Personal(names.father)
    searchKey = Personal(names.searchKey)
    nameKey = Personal(names.nameKey)
    fatherKey = Personal(names.fatherKey)
    sortKey = Personal(Bytes(names.sortKey))
  }
}
