import Contracts
import Feature
import Secrets

/// Changes one's own password; other sessions end.
struct SetPassword: PreparedAction {
  var old: String
  var new: String
  private var hash: String?
  private var userName = ""

  private enum CodingKeys: String, CodingKey { case old, new }

  static let spec = Spec(
    "accounts.set-password", "تغییر گذرواژه", "Change one's password", .post, "/session/password", permission: .ownAccount,
    handlesSecret: true, fields: ["old": ("گذرواژهٔ کنونی", "present password"), "new": ("گذرواژهٔ تازه", "new password")])

  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    guard let number = snapshot.principal.staff, let staff = try snapshot.find(Staff.self, ID(number)) else {
      throw Refusal.notFound(StaffEntity.self)
    }
    userName = staff.userName
    try LoginPause.check(userName, in: snapshot)
    guard old.utf8.count <= 1_024, Password.verify(old, against: staff.password.content) else { return }
    guard !new.utf8.elementsEqual(old.utf8) else {
      throw Refusal.input(
        "/new", "accounts.same-password",
        Texts("این همان گذرواژهٔ کنونی است؛ گذرواژهٔ دیگری برگزینید.", "This is the present password; choose another one."))
    }
    let words = Province.all.flatMap { [$0.en, $0.fa] }
    if let fault = PasswordPolicy.check(new, forbiddenWords: words, ownNames: [staff.userName, staff.fullName]) {
      throw Refusal.input("/new", "accounts.weak-password", Texts(fault.fa, fault.en))
    }
    hash = try Password.hash(new)
  }

  func perform(in work: borrowing Transaction) throws -> Done {
    guard let number = work.principal.staff, var staff = try work.find(Staff.self, ID(number)) else {
      throw Refusal.notFound(StaffEntity.self)
    }
    // Whoever took over a session must not guess here what signing in would not let them guess.
    try LoginPause.admit(userName, in: work)
    guard let hash else {
      let userName = userName
      work.persistOnRefusal { try LoginPause.count(userName, in: $0) }
      let texts = Texts("گذرواژهٔ کنونی درست نیست.", "The present password is wrong.")
      throw Refusal(.rule, "accounts.wrong-password", texts, faults: [FieldFault("/old", "accounts.wrong-password", texts)])
    }
    try LoginPause.clear(userName, in: work)
    staff.password = Secret(hash)
    try work.update(staff)
    if var secret = try work.newestSecret(of: staff.id), secret.changedOn == nil {
      secret.changedOn = work.day
      try work.update(secret)
    }
    for session in try work.all(Session.self, "staff = ? AND ended_at IS NULL", staff.id)
    where "s\(session.id.raw)" != work.principal.session { try SessionEnd.end(session, in: work) }
    return Done()
  }
}

/// Says what one wants to read; the newest choice holds.
struct ChooseLanguage: Action {
  var language: Language

  static let spec = Spec(
    "accounts.choose-language", "انتخاب زبان پاسخ‌ها", "Choose the language of answers", .post, "/session/language",
    permission: .ownAccount, fields: ["language": ("زبان", "the language")])

  func perform(in work: borrowing Transaction) throws -> ChosenLanguage {
    guard let number = work.principal.staff else { throw Refusal.notFound(StaffEntity.self) }
    let staff = ID<StaffEntity>(number)
    guard var row = try work.first(ChosenLanguage.self, "staff = ?", staff) else {
      return try work.insert(ChosenLanguage(staff: staff, language: language))
    }
    row.language = language
    return try work.update(row)
  }
}
