public import Jalali
public import Rules
public import Values

/// Members of self-help groups bring no document, members of NGOs the proof of their membership.
public struct WhoMayAttend: Rule {
  public static let id = "training.who-may-attend"
  public static let texts = Texts(
    "از عضو گروه خودیار، که گروه رسمی است، مدرکی خواسته نمی‌شود؛ عضو سازمان مردم‌نهاد باید مدرک عضویت داشته باشد.",
    "A member of a self-help group, which is official, brings no document; a member of an NGO must have proof of membership."
  )
  public static let source = Citation("S3", "مدارک لازم برای انجام خدمت", "documents needed for the service")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var kind: ParticipantKind
    /// Whether the document is filed for that person and neither rejected nor superseded.
    public var isFiled: Bool
    public var isSighted: Bool
    public var validUntil: JalaliDay?
  }

  public enum Objection: RuleObjection {
    case missing
    case notSighted
    case expired(JalaliDay)

    public var code: String {
      switch self {
      case .missing: "training.membership-missing"
      case .notSighted: "training.membership-not-sighted"
      case .expired: "training.membership-expired"
      }
    }
    public var texts: Texts {
      switch self {
      case .missing:
        Texts(
          "مدرک عضویت در سازمان مردم‌نهاد در پروندهٔ این شخص نیست.",
          "The proof of membership in an NGO is not on this person's file.")
      case .notSighted: Texts("اصل مدرک عضویت دیده نشده است.", "Nobody has sighted the proof of membership.")
      case .expired(let day):
        Texts("اعتبار مدرک عضویت در \(day) پایان یافته است.", "The proof of membership expired on \(day).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.kind == .ngoMember else { return [] }
    guard facts.isFiled else { return [.missing] }
    var objections: [Objection] = facts.isSighted ? [] : [.notSighted]
    if let end = facts.validUntil, end < day { objections.append(.expired(end)) }
    return objections
  }
}
