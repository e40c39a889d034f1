import Contracts
import Feature

/// A person who works with the system. Staff stay named in the ledger: accountability.
struct Staff: CodedRecord {
  typealias Of = StaffEntity
  static let table = Table("accounts_staff", reach: .province, isShared: true)
  static let naming = Naming("full_name", foundBy: [.lowerCase("user_name")])

  var id = ID<StaffEntity>(0)
  var rev = 0
  var code = ""
  /// nil for the national office.
  var province: Province?
  /// What they type to sign in: lower case Latin letters, digits, dots.
  var userName: String
  var fullName: String
  /// Argon2id, encoded.
  var password: Secret<String>
  var isDisabled: Bool
}

enum PostEntity: Entity {
  static let object = "accounts.post"
  static let prefix: String? = "PO"
  static let texts = Texts("سمت", "post")
}

/// A role that somebody holds in a region, from a day until a day.
struct Post: Record {
  typealias Of = PostEntity
  static let table = Table("accounts_post", reach: .county, isShared: true)
  static let naming = Naming("role")

  var id = ID<PostEntity>(0)
  var rev = 0
  var staff: ID<StaffEntity>
  var role: String
  /// nil for the whole nation.
  var province: Province?
  var county: ID<CountyEntity>?
  var validFrom: JalaliDay
  var validUntil: JalaliDay?
}

enum ChosenLanguageEntity: Entity {
  static let object = "accounts.language"
  static let prefix: String? = "LN"
  static let texts = Texts("زبان حساب", "language of an account")
}

/// What somebody wants to read, at every terminal that says nothing else.
struct ChosenLanguage: Record {
  typealias Of = ChosenLanguageEntity
  static let table = Table("accounts_language", reach: .nation)

  var id = ID<ChosenLanguageEntity>(0)
  var rev = 0
  var staff: ID<StaffEntity>
  var language: Language
}
