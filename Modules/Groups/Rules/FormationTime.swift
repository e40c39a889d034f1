import Contracts
import Feature

/// From the request to the institute takes about six months: passing them is a warning, never a refusal.
struct FormationTime: Rule {
  static let id = "groups.formation-time"
  static let texts = Texts(
    "راه از درخواست تشکیل گروه تا مؤسسه حدود شش ماه است.",
    "From the formation request to the institute takes about six months.")
  static let source = Citation("S0", "زمان تقریبی فرآیند: ۶ ماه", "approximate time of the process: 6 months")
  static let parameters = [
    // S0 says six, approximately; a warning after two yearly measurements comes too late to help.
    Parameter(
      "months", 6, "زمان تقریبی فرآیند", "approximate time of the process", unit: ("ماه", "months"), source: source, within: 1...24)
  ]

  struct Parameters: Codable, Sendable { var months: Int }
  struct Facts: Codable, Sendable { var requestedOn: JalaliDay }

  enum Objection: RuleObjection {
    case tookLonger(months: Int)

    var code: String { "groups.took-longer" }
    var texts: Texts {
      switch self {
      case .tookLonger(let months):
        Texts(
          "بیش از \(PersianText.persianDigits(String(months))) ماه از درخواست گذشت.",
          "More than \(months) months have passed since the request.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    day > facts.requestedOn.adding(months: parameters.months) ? [.tookLonger(months: parameters.months)] : []
  }
}
