public import Jalali
public import Rules
public import Values

/// Early termination is found necessary by three people in three capacities.
public struct ConfirmationCapacity: Rule {
  public static let id = "healthbases.confirmation-capacity"
  public static let texts = Texts(
    "ضرورت خاتمه را ریاست سازمان، معاونت تخصصی و مقام مسئول جداگانه تشخیص می‌دهند.",
    "Head, specialised deputy and responsible official find the termination necessary, each for themselves.")
  public static let source = Citation("S4", "بند ۷: خاتمهٔ توافق‌نامه", "section 7: end of the agreement")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var capacity: Capacity
    public var holdsRole: Bool
    public var isTaken: Bool
    public var hasConfirmed: Bool
  }

  public enum Objection: RuleObjection {
    case wrongRole(Capacity)
    case taken(Capacity)
    case sameHands

    public var code: String {
      switch self {
      case .wrongRole: "healthbases.wrong-capacity"
      case .taken: "healthbases.capacity-taken"
      case .sameHands: "healthbases.confirmed-already"
      }
    }

    public var texts: Texts {
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

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.holdsRole { found.append(.wrongRole(facts.capacity)) }
    if facts.isTaken { found.append(.taken(facts.capacity)) }
    if facts.hasConfirmed { found.append(.sameHands) }
    return found
  }
}
