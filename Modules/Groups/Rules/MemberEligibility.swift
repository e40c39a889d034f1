import Contracts
import Feature

/// Who may join a group: a literate person of at least thirteen.
struct MemberEligibility: Rule {
  static let id = "groups.member-eligibility"
  static let version = 2
  static let texts = Texts(
    "عضو گروه در نخستین روز عضویت از ۱۳ سال به بالا و باسواد است.",
    "A member of a group is thirteen or older, and literate, on the first day of the membership.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105، نوع مخاطبین و مدارک لازم",
    "service 19071059105, audience and required documents")
  static let parameters = AgeAndLiteracy.parameters(from: source)

  typealias Parameters = AgeAndLiteracy
  struct Facts: Codable, Sendable {
    var birth: JalaliDay
    var isLiterate: Bool
    /// First day of the membership; verdicts of version 1 were given on the day of the entry.
    var since: JalaliDay?
  }

  enum Objection: RuleObjection {
    case lacks(AgeAndLiteracy.Shortfall)

    var code: String {
      switch self {
      case .lacks(.tooYoung): "groups.too-young"
      case .lacks(.notLiterate): "groups.not-literate"
      }
    }
    var texts: Texts {
      switch self {
      case .lacks(.tooYoung(let age, let youngest)):
        Texts(
          PersianText.persianDigits(
            "سن این شخص در آن روز \(age) سال است؛ از \(youngest) سال پذیرفته می‌شود."),
          "This person is \(age) years old on that day; members are admitted from \(youngest) years on.")
      case .lacks(.notLiterate): Texts("این شخص باسواد ثبت نشده است.", "This person is not recorded as literate.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.shortfalls(birth: facts.birth, isLiterate: facts.isLiterate, on: facts.since ?? day).map(Objection.lacks)
  }
}
