import Contracts
import Feature

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
