import Contracts
import Feature

/// Early termination is found necessary by three people in three capacities.
struct ConfirmationCapacity: Rule {
  static let id = "healthbases.confirmation-capacity"
  static let texts = Texts(
    "ضرورت خاتمه را ریاست سازمان، معاونت تخصصی و مقام مسئول جداگانه تشخیص می‌دهند.",
    "The head, the specialised deputy and the responsible official each find the termination necessary, independently.")
  static let source = Citation("S4", "بند ۷: خاتمهٔ توافق‌نامه", "section 7: end of the agreement")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var capacity: Capacity
    var holdsRole: Bool
    var isTaken: Bool
    var hasConfirmed: Bool
  }

  enum Objection: RuleObjection {
    case wrongRole(Capacity)
    case taken(Capacity)
    case sameHands

    var code: String {
      switch self {
      case .wrongRole: "healthbases.wrong-capacity"
      case .taken: "healthbases.capacity-taken"
      case .sameHands: "healthbases.confirmed-already"
      }
    }

    var texts: Texts {
      switch self {
      case .wrongRole(let capacity):
        Texts("شما «\(capacity.texts.fa)» نیستید.", "You are not the \(capacity.texts.en).")
      case .taken(let capacity):
        Texts("«\(capacity.texts.fa)» پیش‌تر نظر داده است.", "The \(capacity.texts.en) has confirmed already.")
      case .sameHands:
        Texts("شما پیش‌تر در سمتی دیگر نظر داده‌اید.", "You have confirmed in another capacity already.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.holdsRole { found.append(.wrongRole(facts.capacity)) }
    if facts.isTaken { found.append(.taken(facts.capacity)) }
    if facts.hasConfirmed { found.append(.sameHands) }
    return found
  }
}
