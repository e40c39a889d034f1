public import Jalali
public import Rules
public import Values

/// Before a request is accepted its applicant has come once in person.
public struct IdentityInPerson: Rule {
  public static let id = "groups.identity-in-person"
  public static let texts = Texts(
    "پیش از پذیرش درخواست، هویت و مدارک متقاضی در یک مراجعهٔ حضوری احراز می‌شود.",
    "Before acceptance the applicant's identity and documents are authenticated in one visit in person.")
  public static let source = Citation(
    "S1", "شناسنامهٔ خدمت 19071059105، تعداد بار مراجعهٔ حضوری: یک بار", "service 19071059105: visits in person, one")
  public static let parameters = [
    Parameter("visitRequired", true, "مراجعهٔ حضوری لازم است", "the visit in person is required", source: source)
  ]

  public struct Parameters: Codable, Sendable { public var visitRequired: Bool }
  public struct Facts: Codable, Sendable { public var identityConfirmedOn: JalaliDay? }

  public enum Objection: RuleObjection {
    case notConfirmed

    public var code: String { "groups.identity-not-confirmed" }
    public var texts: Texts {
      Texts(
        "هویت متقاضی هنوز در بهزیستی شهرستان احراز نشده است.",
        "The county office has not confirmed the applicant's identity yet.")
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.visitRequired && facts.identityConfirmedOn == nil ? [.notConfirmed] : []
  }
}
