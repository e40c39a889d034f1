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
