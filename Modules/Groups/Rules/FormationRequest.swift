import Contracts
import Feature

/// A group is asked for where the volunteers have gathered, on a day that is not long past.
struct FormationRequest: Rule {
  static let id = "groups.formation-request"
  static let version = 2
  static let texts = Texts(
    "درخواست تشکیل گروه پس از اجتماع داوطلبان در همان محیط و صورتجلسهٔ آن پذیرفتنی است و روز آن دیرزمانی نگذشته است.",
    "A formation request needs a gathering of volunteers, with minutes, in that place, and a day that is not long past.")
  static let source = Citation(
    "S0", "خروجی‌های فرآیند: اجتماع داوطلبین در محیط، صورتجلسه",
    "outputs: the volunteers' gathering in the place, minutes")
  static let parameters = [
    Parameter(
      "gatheringRequired", true, "اجتماع داوطلبان پیش از درخواست لازم است",
      "the gathering must come before the request",
      source: source),
    // A request that waited for the visit and the minutes is entered within a year; an older day is a year mistyped.
    Parameter(
      "requestBackDays", 366, "دورترین روز درخواست پیش از امروز", "how long ago the request may have been made", unit: ("روز", "days"),
      within: 30...3_650),
  ]

  struct Parameters: Codable, Sendable {
    var gatheringRequired: Bool
    var requestBackDays: Int
  }
  struct Facts: Codable, Sendable {
    /// The last gathering with minutes in the neighbourhood.
    var gatheringOn: JalaliDay?
    var requestedOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case noGathering, gatheringLater
    case tooLongAgo(JalaliDay)

    var code: String {
      switch self {
      case .noGathering: "groups.no-gathering"
      case .gatheringLater: "groups.gathering-later"
      case .tooLongAgo: "groups.request-too-long-ago"
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
      case .tooLongAgo(let earliest):
        Texts(
          "روز درخواست باید از \(earliest.textFa) به بعد باشد، چون درخواست کهنه‌تر دیگر در جریان نیست؛ سال را بازبینی کنید یا درخواست تازه بگیرید.",
          "The day of the request must be no earlier than \(earliest.text), since an older one is no longer pending: check the year, or take a new request."
        )
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if parameters.gatheringRequired {
      if let gathering = facts.gatheringOn {
        if gathering > facts.requestedOn { found.append(.gatheringLater) }
      } else {
        found.append(.noGathering)
      }
    }
    let earliest = day.adding(days: -parameters.requestBackDays)
    if facts.requestedOn < earliest { found.append(.tooLongAgo(earliest)) }
    return found
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
