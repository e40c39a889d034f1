import Contracts
import Feature

/// A group is founded by enough members.
struct FoundingQuorum: Rule {
  static let id = "groups.founding-quorum"
  static let texts = Texts(
    "گروه با شمار کافی عضو و صورتجلسهٔ تأسیس تشکیل می‌شود.",
    "A group is formed by enough members, with founding minutes."
  )
  static let source = Citation("S0", "خروجی‌های فرآیند: صورتجلسه", "outputs: minutes")
  static let parameters = [
    // Head, secretary and treasurer make three; fifty are more than seven times the standard.
    Parameter(
      "minimumMembers", 7, "کمترین شمار اعضا در روز تأسیس", "fewest members on the founding day",
      unit: ("نفر", "people"), within: 3...50)
  ]

  struct Parameters: Codable, Sendable { var minimumMembers: Int }
  struct Facts: Codable, Sendable {
    /// Members on the founding day.
    var members: Int
  }

  enum Objection: RuleObjection {
    case tooFew(members: Int, minimum: Int)

    var code: String { "groups.too-few-members" }
    var texts: Texts {
      switch self {
      case .tooFew(let members, let minimum):
        Texts(
          PersianText.persianDigits(
            "گروه در این روز \(members) عضو دارد؛ دست‌کم \(minimum) عضو لازم است."),
          "The group has \(members) members on that day; at least \(minimum) are needed.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.members < parameters.minimumMembers
      ? [.tooFew(members: facts.members, minimum: parameters.minimumMembers)] : []
  }
}

/// Before a request is accepted its applicant has come once in person.
struct IdentityInPerson: Rule {
  static let id = "groups.identity-in-person"
  static let texts = Texts(
    "پیش از پذیرش درخواست، هویت و مدارک متقاضی در یک مراجعهٔ حضوری احراز می‌شود.",
    "Before acceptance the applicant's identity and documents are authenticated in one visit in person.")
  static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105، تعداد بار مراجعهٔ حضوری: یک بار", "service 19071059105: visits in person, one")
  static let parameters = [
    Parameter("visitRequired", true, "مراجعهٔ حضوری لازم است", "the visit in person is required", source: source)
  ]

  struct Parameters: Codable, Sendable { var visitRequired: Bool }
  struct Facts: Codable, Sendable { var identityConfirmedOn: JalaliDay? }

  enum Objection: RuleObjection {
    case notConfirmed

    var code: String { "groups.identity-not-confirmed" }
    var texts: Texts {
      Texts(
        "هویت متقاضی هنوز در بهزیستی شهرستان احراز نشده است.",
        "The county office has not confirmed the applicant's identity yet.")
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.visitRequired && facts.identityConfirmedOn == nil ? [.notConfirmed] : []
  }
}
