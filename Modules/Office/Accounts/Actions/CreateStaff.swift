import Contracts
import Feature
import Secrets

/// Makes an account; the one-time secret is told once, in the answer.
struct CreateStaff: PreparedAction, DecidingAction {
  var userName: String
  var fullName: String
  var province: Province?
  private var secret = ""
  private var hash = ""

  private enum CodingKeys: String, CodingKey { case userName, fullName, province }

  static let spec = Spec(
    "accounts.create-staff", "ساختن حساب همکار", "Create an account", .post, "/accounts/staff",
    permission: .accountsAdmin, handlesSecret: true,
    fields: [
      "userName": ("نام کاربری: حروف کوچک لاتین، رقم، نقطه، خط تیره", "user name: lower case Latin letters, digits, dots, hyphens"),
      "fullName": ("نام و نام خانوادگی", "full name"),
      "province": ("استان؛ خالی برای بهزیستی کشور", "province; empty for the national office"),
    ], examples: ["userName": "m.rezaei"])

  struct Created: Codable, Sendable {
    var id: ID<StaffEntity>
    var code: String
    var userName: String
    /// Told once; the colleague changes it with `accounts.set-password`.
    var oneTimeSecret: String
  }

  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    secret = Random.password()
    hash = try Password.hash(secret)
  }

  func perform(in work: borrowing Transaction) throws -> Created {
    let name = userName.lowercased()
    let letters = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    guard letters, (3...40).contains(name.utf8.count) else {
      throw Refusal.input(
        "/userName", "accounts.user-name",
        Texts(
          "باید ۳ تا ۴۰ حرف کوچک لاتین، رقم، نقطه یا خط تیره باشد.", "Must be 3 to 40 lower-case Latin letters, digits, dots or hyphens."))
    }
    if let home = work.home, province != home {
      throw Refusal.input(
        "/province", "accounts.other-province",
        Texts("این کار تنها برای استان خودتان ممکن است: \(home.fa)", "This is possible only for your own province, \(home.en)."))
    }
    let row = try work.insert(
      Staff(
        province: province, userName: name, fullName: PersianText.stored(fullName), password: Secret(hash),
        isDisabled: false))
    try work.noteGivenSecret(of: row, isReset: false)
    return Created(id: row.id, code: row.code, userName: name, oneTimeSecret: secret)
  }
}

/// Closes an account and ends its sessions; the name stays in the ledger.
struct DisableStaff: DecidingAction {
  var staff: Ref<StaffEntity>
  var reason: String

  static let spec = Spec(
    "accounts.disable", "بستن حساب", "Disable an account", .post, "/accounts/staff/{staff}/closure",
    permission: .accountsAdmin, weight: .grave, fields: ["staff": ("همکار", "the colleague"), "reason": ("علت", "reason")])

  func perform(in work: borrowing Transaction) throws -> Done {
    work.setReason(reason)
    var row = try work.require(Staff.self, staff)
    guard row.id.raw != work.principal.staff else {
      throw Refusal.conflict("accounts.own-account", Texts("حساب خود را نمی‌توان بست.", "Nobody closes their own account."))
    }
    try LastAdministrator.requireAnother(than: row.id, in: work)
    row.isDisabled = true
    try work.update(row)
    try SessionEnd.endAll(of: row, in: work)
    return Done()
  }
}
