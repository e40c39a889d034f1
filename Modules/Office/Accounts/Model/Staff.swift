public import Contracts
public import Persian
public import Registry
public import Values

/// A person who works with the system. Staff stay named in the ledger: accountability.
public struct Staff: CodedRecord {
  public typealias Of = StaffEntity
  public static let table = Table("accounts_staff", reach: .province)

  public var id = ID<StaffEntity>(0)
  public var rev = 0
  public var code = ""
  /// nil for the national office.
  public var province: Province?
  /// What they type to sign in: lower case Latin letters, digits, dots.
  public var userName: String
  public var fullName: String
  /// Argon2id, encoded.
  public var password: Secret<String>
  public var isDisabled: Bool
}
