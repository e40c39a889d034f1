import Contracts
import Feature

/// Who may register as a volunteer.
struct VolunteerEligibility: Rule {
  static let id = "mobilisation.volunteer-eligibility"
  static let version = 2
  static let texts = Texts(
    "داوطلب در روز رضایت از ۱۳ سال به بالا و باسواد است.",
    "A volunteer is thirteen or older, and can read and write, on the day of the consent.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105، نوع مخاطبین و مدارک لازم",
    "service 19071059105, addressees and documents required")
  static let parameters = AgeAndLiteracy.parameters(from: source)

  typealias Parameters = AgeAndLiteracy
  struct Facts: Codable, Sendable {
    var birth: JalaliDay
    var isLiterate: Bool
    var consentedOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case lacks(AgeAndLiteracy.Shortfall)
    case consentInFuture

    var code: String {
      switch self {
      case .lacks(.tooYoung): "mobilisation.volunteer-too-young"
      case .lacks(.notLiterate): "mobilisation.volunteer-not-literate"
      case .consentInFuture: "mobilisation.volunteer-consent"
      }
    }

    var texts: Texts {
      switch self {
      case .lacks(.tooYoung(let age, let minimum)):
        Texts(
          "سن شخص در روز رضایت \(PersianText.persianDigits("\(age)")) سال است؛ کمترین سن \(PersianText.persianDigits("\(minimum)")) سال است.",
          "The person is \(age) years old on the day of the consent; the youngest age is \(minimum).")
      case .lacks(.notLiterate): Texts("شخص باسواد نیست.", "The person cannot read and write.")
      case .consentInFuture: Texts("تاریخ رضایت هنوز نرسیده است.", "The day of the consent is still to come.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    // On the day of the consent: nobody below the age consents to help.
    let lacks = parameters.shortfalls(birth: facts.birth, isLiterate: facts.isLiterate, on: min(facts.consentedOn, day)).map(
      Objection.lacks)
    return facts.consentedOn > day ? lacks + [.consentInFuture] : lacks
  }
}
