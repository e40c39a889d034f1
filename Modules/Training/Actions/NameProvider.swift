import Contracts
import Feature

/// Names who gives a course and to which account its cost goes.
struct NameProvider: Action {
  var course: Ref<CourseEntity>
  var provider: Provider
  var payee: String?
  var iban: IBAN?

  static let spec = Spec(
    "training.name-provider", "تعیین مجری دوره", "Name a course's provider", .put, "/training/courses/{course}/provider",
    permission: .trainingWrite,
    fields: [
      "course": ("دوره", "the course"), "provider": ("مجری دوره", "who gives the course"),
      "payee": ("نام صاحب حساب، اگر مجری خود اداره نیست", "the account's holder, where the office does not teach itself"),
      "iban": ("شمارهٔ شبای او", "the holder's IBAN"),
    ])

  func perform(in work: borrowing Transaction) throws -> Provision {
    let row = try work.require(Course.self, course)
    return try Provision.name(provider, payee: payee, iban: iban, of: row, work)
  }
}
