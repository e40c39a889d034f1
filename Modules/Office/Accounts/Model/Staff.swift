import Contracts
import Feature

/// A person who works with the system. Staff stay named in the ledger: accountability.
struct Staff: CodedRecord {
  typealias Of = StaffEntity
  static let table = Table("accounts_staff", reach: .province)
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
