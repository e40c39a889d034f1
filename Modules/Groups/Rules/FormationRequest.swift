import Contracts
import Feature

/// A group is asked for where the volunteers have gathered.
struct FormationRequest: Rule {
  static let id = "groups.formation-request"
  static let texts = Texts(
    "درخواست تشکیل گروه پس از اجتماع داوطلبان در همان محیط و صورتجلسهٔ آن پذیرفتنی است.",
    "A formation request needs a gathering of volunteers, with minutes, in that place.")
  static let source = Citation(
    "S0", "خروجی‌های فرآیند: اجتماع داوطلبین در محیط، صورتجلسه",
    "outputs: the volunteers' gathering in the place, minutes")
  static let parameters = [
    Parameter(
      "gatheringRequired", true, "اجتماع داوطلبان پیش از درخواست لازم است",
      "the gathering must come before the request",
      source: source)
  ]

  struct Parameters: Codable, Sendable { var gatheringRequired: Bool }
  struct Facts: Codable, Sendable {
    /// The last gathering with minutes in the neighbourhood.
    var gatheringOn: JalaliDay?
    var requestedOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case noGathering, gatheringLater

    var code: String {
      switch self {
      case .noGathering: "groups.no-gathering"
      case .gatheringLater: "groups.gathering-later"
      }
    }
    var texts: Texts {
      switch self {
      case .noGathering:
        Texts(
          "در این محله اجتماع داوطلبان با صورتجلسه ثبت نشده است.",
          "No gathering of volunteers with minutes is recorded in this neighbourhood.")
      case .gatheringLater:
        Texts(
          "اجتماع داوطلبان پس از روز درخواست بوده است.", "The gathering of volunteers was after the day of the request.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard parameters.gatheringRequired else { return [] }
    guard let gathering = facts.gatheringOn else { return [.noGathering] }
    return gathering > facts.requestedOn ? [.gatheringLater] : []
  }
}

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
