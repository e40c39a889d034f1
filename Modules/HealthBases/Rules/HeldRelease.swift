import Contracts
import Feature

/// A held agreement is released within the term that would have followed it.
struct HeldRelease: Rule {
  static let id = "healthbases.held-release"
  static let version = 2
  static let texts = Texts(
    "توافق‌نامهٔ متوقف تا پایان دوره‌ای که باید در پی می‌آمد آزاد می‌شود؛ آنچه تنها در انتظار تصمیم بود، شب تعیین تکلیف می‌کند.",
    "A held agreement is released before the term that would have followed is over; the night settles what only waited for a decision.")
  static let source = Citation("D", "پیش‌فرض این سامانه، در پی بند ۷ از S4", "default of this product, after section 7 of S4")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var kind: OutcomeKind
    /// Last day of the term that would have followed.
    var nextEnds: JalaliDay
    /// Whether it only waited for the decision, which is there by now; the first version did not ask.
    var isDecided: Bool?
  }

  enum Objection: RuleObjection {
    case notHeld(OutcomeKind)
    case tooLate(JalaliDay)
    case settledByNight

    var code: String {
      switch self {
      case .notHeld: "healthbases.not-held"
      case .tooLate: "healthbases.release-too-late"
      case .settledByNight: "healthbases.settled-by-night"
      }
    }

    var texts: Texts {
      switch self {
      case .notHeld(let kind):
        Texts("سرانجام این توافق‌نامه «\(kind.texts.fa)» است.", "The outcome of this agreement is: \(kind.texts.en).")
      case .tooLate(let day):
        Texts(
          "دورهٔ بعدی در \(day.textFa) پایان یافته است؛ توافق‌نامهٔ تازه ببندید.",
          "The next term ended on \(day.text); sign a fresh agreement.")
      case .settledByNight:
        Texts(
          "سال تأیید شده است و چیزی جلوی تجدید را نگرفته بود؛ شب آینده توافق‌نامهٔ تازه را بی‌فاصله می‌بندد.",
          "The year is approved and nothing else was in the way; the next night makes the new agreement without a gap.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.kind != .held { found.append(.notHeld(facts.kind)) }
    if facts.nextEnds < day { found.append(.tooLate(facts.nextEnds)) }
    if facts.kind == .held, facts.isDecided == true { found.append(.settledByNight) }
    return found
  }
}
