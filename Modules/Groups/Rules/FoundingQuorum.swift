public import Jalali
import Persian
public import Rules
public import Values

/// A group is founded by enough members.
public struct FoundingQuorum: Rule {
  public static let id = "groups.founding-quorum"
  public static let texts = Texts(
    "گروه با شمار کافی عضو و صورت جلسهٔ تأسیس تشکیل می‌شود.",
    "A group is formed by enough members with founding minutes."
  )
  public static let source = Citation("S0", "خروجی‌های فرآیند: صورت جلسه", "outputs: minutes")
  public static let parameters = [
    Parameter(
      "minimumMembers", 7, "کمترین شمار اعضا در روز تأسیس", "fewest members on the founding day",
      unit: ("نفر", "people"))
  ]

  public struct Parameters: Codable, Sendable { public var minimumMembers: Int }
  public struct Facts: Codable, Sendable {
    /// Members on the founding day.
    public var members: Int
  }

  public enum Objection: RuleObjection {
    case tooFew(members: Int, minimum: Int)

    public var code: String { "groups.too-few-members" }
    public var texts: Texts {
      switch self {
      case .tooFew(let members, let minimum):
        Texts(
          PersianText.persianDigits(
            "گروه در این روز \(members) عضو دارد؛ دست‌کم \(minimum) عضو لازم است."),
          "The group has \(members) members on that day; at least \(minimum) are needed.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.members < parameters.minimumMembers
      ? [.tooFew(members: facts.members, minimum: parameters.minimumMembers)] : []
  }
}
