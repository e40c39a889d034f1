import Contracts
import Feature

/// A hand-over is entered soon after its day: an earlier day than the true one would take days from whoever may object.
struct HandOverDay: Rule {
  static let id = "objections.hand-over-day"
  static let texts = Texts(
    "روز ابلاغ پیش از تصمیم نیست و تا چند روز پس از آن ثبت می‌شود.",
    "A decision is handed over after it was taken, and that is entered within some days.")
  static let source = Citation.productDefault
  static let parameters = [
    // A letter's receipt comes back within two weeks; what is entered a quarter later is nobody's memory.
    Parameter(
      "daysToEnter", 20, "مهلت ثبت ابلاغ", "days to enter a hand-over", unit: ("روز", "days"), within: 1...90)
  ]

  struct Parameters: Codable, Sendable {
    var daysToEnter: Int
  }

  struct Facts: Codable, Sendable {
    var takenOn: JalaliDay
    var handedOverOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case toCome
    case beforeDecision(JalaliDay)
    case longAgo(JalaliDay)

    var code: String {
      switch self {
      case .toCome: "objections.hand-over-to-come"
      case .beforeDecision: "objections.hand-over-before-decision"
      case .longAgo: "objections.hand-over-long-ago"
      }
    }

    var texts: Texts {
      switch self {
      case .toCome: Texts("روز ابلاغ هنوز نیامده است.", "The day of the hand-over is still to come.")
      case .beforeDecision(let taken):
        Texts(
          "تصمیم در \(taken.longText) گرفته شد؛ ابلاغ پیش از آن نیست.",
          "The decision is of \(taken.longTextEn); it was not handed over before.")
      case .longAgo(let first):
        Texts(
          "ابلاغ از \(first.longText) به بعد ثبت می‌شود؛ تصمیم را دوباره ابلاغ کنید.",
          "A hand-over is entered from \(first.longTextEn) on; hand the decision over once more.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.handedOverOn > day { found.append(.toCome) }
    if facts.handedOverOn < facts.takenOn { found.append(.beforeDecision(facts.takenOn)) }
    let first = day.adding(days: -parameters.daysToEnter)
    if facts.handedOverOn < first { found.append(.longAgo(first)) }
    return found
  }
}
