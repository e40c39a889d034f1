public import Jalali
import Persian
public import Rules
public import Values

/// From the request to the institute takes about six months: passing them is a warning, never a refusal.
public struct FormationTime: Rule {
  public static let id = "groups.formation-time"
  public static let texts = Texts(
    "راه از درخواست تشکیل گروه تا مؤسسه حدود شش ماه است.",
    "From the formation request to the institute takes about six months.")
  public static let source = Citation("S0", "زمان تقریبی فرآیند: ۶ ماه", "approximate time of the process: 6 months")
  public static let parameters = [
    Parameter(
      "months", 6, "زمان تقریبی فرآیند", "approximate time of the process", unit: ("ماه", "months"), source: source)
  ]

  public struct Parameters: Codable, Sendable { public var months: Int }
  public struct Facts: Codable, Sendable { public var requestedOn: JalaliDay }

  public enum Objection: RuleObjection {
    case tookLonger(months: Int)

    public var code: String { "groups.took-longer" }
    public var texts: Texts {
      switch self {
      case .tookLonger(let months):
        Texts(
          "بیش از \(PersianText.persianDigits(String(months))) ماه از درخواست گذشت.",
          "More than \(months) months passed since the request.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    day > facts.requestedOn.adding(months: parameters.months) ? [.tookLonger(months: parameters.months)] : []
  }
}
