import Contracts
import Feature

/// A group is trained when enough of its members hold a valid certificate.
struct TrainedGroup: Rule {
  static let id = "groups.trained-group"
  static let texts = Texts(
    "گروه آموزش‌دیده گروهی است که شمار و سهم کافی از اعضایش گواهی معتبر دارند.",
    "A trained group is one in which enough members, by number and share, hold a valid certificate.")
  static let source = Citation("S0", "خروجی‌های فرآیند: گروه آموزش دیده", "outputs: a trained group")
  static let parameters = [
    // Percent; 0 leaves the rule to the number alone.
    Parameter(
      "minimumShare", 50, "کمترین سهم اعضای دارای گواهی", "least share of members with a certificate",
      unit: ("درصد", "percent"), within: 0...100),
    // A group without a trained member is not trained; fifty is the most that founding may ask for.
    Parameter(
      "minimumNumber", 3, "کمترین شمار اعضای دارای گواهی",
      "fewest members with a certificate", unit: ("نفر", "people"), within: 1...50),
  ]

  struct Parameters: Codable, Sendable {
    var minimumShare: Int
    var minimumNumber: Int
  }
  struct Facts: Codable, Sendable {
    var members: Int
    var certified: Int
  }

  enum Objection: RuleObjection {
    case tooFew(certified: Int, minimum: Int)
    case shareTooSmall(certified: Int, members: Int, percent: Int)

    var code: String {
      switch self {
      case .tooFew: "groups.too-few-certified"
      case .shareTooSmall: "groups.certified-share-too-small"
      }
    }
    var texts: Texts {
      switch self {
      case .tooFew(let certified, let minimum):
        Texts(
          PersianText.persianDigits(
            "تنها \(certified) عضو گواهی معتبر دارند؛ دست‌کم \(minimum) نفر لازم است."),
          "Only \(certified) members hold a certificate that counts; at least \(minimum) are needed.")
      case .shareTooSmall(let certified, let members, let percent):
        Texts(
          PersianText.persianDigits(
            "\(certified) از \(members) عضو گواهی معتبر دارند؛ دست‌کم \(percent) درصد لازم است."),
          "\(certified) of \(members) members hold a certificate that counts; at least \(percent) percent are needed.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.certified < parameters.minimumNumber {
      objections.append(.tooFew(certified: facts.certified, minimum: parameters.minimumNumber))
    }
    if !Share(facts.certified, of: facts.members).reaches(parameters.minimumShare, per: 100) {
      objections.append(
        .shareTooSmall(certified: facts.certified, members: facts.members, percent: parameters.minimumShare))
    }
    return objections
  }
}
