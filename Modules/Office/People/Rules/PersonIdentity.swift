import Contracts
import Feature

/// A person is registered with their consent and a national ID, or with a reason why there is none.
struct PersonIdentity: Rule {
  static let id = "people.person-identity"
  static let version = 2
  static let texts = Texts(
    "هر شخص با رضایت خودش و با کد ملی ثبت می‌شود؛ نبودن کد ملی دلیل می‌خواهد.",
    "A person is registered with their consent and a national ID; doing without one needs a reason.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت ۱۹۰۷۱۰۵۹۱۰۵، مراجعهٔ حضوری برای احراز هویت و اصالت مدارک",
    "service fact sheet 19071059105, visit in person to authenticate identity and documents")
  static let parameters = [
    Parameter("consentRequired", true, "رضایت شخص لازم است", "consent is required"),
    // There are people of a hundred; the longest life on record is 122 years.
    Parameter(
      "oldestAge", 120, "بیشترین سنِ پذیرفتنی", "oldest age that is believed", unit: ("سال", "years"), within: 100...130),
    // Paper files of volunteers are entered with the consent of then; an older one is asked for again.
    Parameter(
      "consentYears", 10, "دورترین سال رضایت پیش از امسال", "how many years ago the consent may have been given", unit: ("سال", "years"),
      source: .productDefault, within: 1...50),
  ]

  struct Parameters: Codable, Sendable {
    var consentRequired: Bool
    var oldestAge: Int
    var consentYears: Int
  }

  struct Facts: Codable, Sendable {
    var kind: IDKind
    var hasNationalID: Bool
    var hasForeignID: Bool
    var hasReason: Bool
    var birth: JalaliDay
    var consentedOn: JalaliDay?
  }

  enum Objection: String, RuleObjection {
    case noNationalID = "no-national-id"
    case noForeignID = "no-foreign-id"
    case noReason = "no-reason"
    case otherID = "other-id"
    case notBornYet = "not-born-yet"
    case tooOld = "too-old"
    case noConsent = "no-consent"
    case consentTooEarly = "consent-too-early"
    case consentLongAgo = "consent-long-ago"

    var code: String { "people.\(rawValue)" }
    var texts: Texts {
      switch self {
      case .noNationalID:
        Texts(
          "کد ملی داده نشده است؛ اگر ندارد، نوع شناسه و دلیل آن را بنویسید.",
          "No national ID was given; if there is none, choose another kind of ID and write the reason.")
      case .noForeignID: Texts("شناسهٔ اتباع خارجی داده نشده است.", "The foreign national's ID was not given.")
      case .noReason: Texts("بنویسید چرا کد ملی ندارد.", "Write why there is no national ID.")
      case .otherID:
        Texts("شناسهٔ داده‌شده با نوع شناسه نمی‌خواند.", "The ID that was given is not of the chosen kind.")
      case .notBornYet: Texts("تاریخ تولد در آینده است.", "The birth date lies in the future.")
      case .tooOld:
        Texts(
          "تاریخ تولد باورپذیر نیست؛ سال را بازبینی کنید.", "The birth date is not credible; check the year.")
      case .noConsent: Texts("تاریخ رضایت شخص ثبت نشده است.", "The day of the person's consent was not given.")
      case .consentTooEarly:
        Texts(
          "تاریخ رضایت باید پس از تولد و تا امروز باشد.",
          "The day of consent must lie after the birth and not after today.")
      case .consentLongAgo:
        Texts(
          "تاریخ رضایت باورپذیر نیست یا کهنه است؛ سال را بازبینی کنید یا رضایت تازه بگیرید.",
          "The day of consent is not credible, or too long ago: check the year, or ask for consent again.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    switch facts.kind {
    case .nationalID:
      if !facts.hasNationalID { objections.append(.noNationalID) }
      if facts.hasForeignID { objections.append(.otherID) }
    case .foreignID:
      if !facts.hasForeignID { objections.append(.noForeignID) }
      if facts.hasNationalID { objections.append(.otherID) }
    case .none:
      if facts.hasNationalID || facts.hasForeignID { objections.append(.otherID) }
    }
    if facts.kind != .nationalID, !facts.hasReason { objections.append(.noReason) }
    if facts.birth > day {
      objections.append(.notBornYet)
    } else if day.year - facts.birth.year > parameters.oldestAge {
      objections.append(.tooOld)
    }
    if let consent = facts.consentedOn {
      if consent > day || consent < facts.birth { objections.append(.consentTooEarly) }
      if day.year - consent.year > parameters.consentYears { objections.append(.consentLongAgo) }
    } else if parameters.consentRequired {
      objections.append(.noConsent)
    }
    return objections
  }
}
