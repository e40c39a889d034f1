import Contracts
import Feature

/// A decision on a year is revised by whoever took it, in both directions, until the night made an outcome of it.
struct DecisionRevision: Rule {
  static let id = "healthbases.decision-revision"
  static let texts = Texts(
    "تصمیم سال را تا پیش از اثر آن تنها گیرندهٔ آن بازنگری می‌کند.",
    "A decision on a year is revised by its taker, as long as it has not taken effect.")
  static let source = Citation("D", "پیش‌فرض این سامانه، در پی بند ۷ از S4", "default of this product, after section 7 of S4")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    /// What was decided; nil while nothing was.
    var earlier: YearDecision?
    var decision: YearDecision
    /// Whether the reviser took it; a decision of before takers were written down is anybody's who may decide.
    var isTaker: Bool
  }

  enum Objection: RuleObjection {
    case notDecided
    case same(YearDecision)
    case notTaker

    var code: String {
      switch self {
      case .notDecided: "healthbases.nothing-to-revise"
      case .same: "healthbases.same-decision"
      case .notTaker: "healthbases.not-the-taker"
      }
    }

    var texts: Texts {
      switch self {
      case .notDecided:
        Texts(
          "دربارهٔ این سال هنوز تصمیمی گرفته نشده است؛ آن را تأیید یا رد کنید.", "The year is not decided yet: approve or disapprove it.")
      case .same(let decision):
        Texts("تصمیم همین حالا «\(decision.texts.fa)» است.", "The decision is already: \(decision.texts.en).")
      case .notTaker:
        Texts(
          "تصمیم را همکار دیگری گرفته است؛ او بازنگری می‌کند، یا پس از اثر آن به سرانجام اعتراض می‌شود.",
          "A colleague took the decision: that colleague revises it, or its outcome is objected to.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard let earlier = facts.earlier else { return [.notDecided] }
    var found: [Objection] = []
    if earlier == facts.decision { found.append(.same(earlier)) }
    if !facts.isTaker { found.append(.notTaker) }
    return found
  }
}
