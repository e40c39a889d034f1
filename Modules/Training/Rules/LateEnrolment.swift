import Contracts
import Feature

/// Whoever comes late is let in as long as the least share of the whole course can still be reached.
struct LateEnrolment: Rule {
  static let id = "training.late-enrolment"
  static let texts = Texts(
    "نام‌نویسی تا زمانی باز است که با نیم‌روزهای مانده بتوان به کمترین سهم حضور از همهٔ دوره رسید.",
    "People are enrolled as long as the half days to come allow the least share of the whole course.")
  static let source = Citation(
    "D", "سهم حضور از همهٔ نیم‌روزهای دوره، دیرآمدگان نیز", "the share is of all half days of the course, also for who came late")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var halfDays: Int
    /// Half days that are over, which a newcomer has missed.
    var halfDaysMarked: Int
    /// Percent, as `training.completion` asks for it.
    var minimumShare: Int
  }

  enum Objection: RuleObjection {
    case outOfReach(left: Int, of: Int, share: Int)

    var code: String { "training.share-out-of-reach" }
    var texts: Texts {
      switch self {
      case .outOfReach(let left, let all, let share):
        Texts(
          PersianText.persianDigits(
            "نام‌نویسی بسته است: \(left) نیم‌روز از \(all) نیم‌روز دوره مانده است و \(share) درصد حضور دیگر به دست نمی‌آید."),
          "No more enrolment: \(left) of the course's \(all) half days are left, and \(share) percent can no longer be reached.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    let left = facts.halfDays - facts.halfDaysMarked
    return Share(left, of: facts.halfDays).reaches(facts.minimumShare, per: 100)
      ? [] : [.outOfReach(left: left, of: facts.halfDays, share: facts.minimumShare)]
  }
}
