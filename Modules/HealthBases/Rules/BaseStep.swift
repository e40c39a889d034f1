import Contracts
public import Jalali
public import Rules
public import Values

/// A base is proposed, admitted, perhaps suspended and resumed.
public struct BaseStep: Rule {
  public static let id = "healthbases.base-step"
  public static let texts = Texts(
    "پایگاه نخست پیشنهاد و سپس پذیرفته می‌شود؛ تعلیق و ازسرگیری پس از پذیرش است.",
    "A base is proposed, then admitted; suspension and resumption come after that.")
  public static let source = Citation("S4", "مدارک تأسیس پایگاه", "documents for founding a base")

  private static let ways: [BaseState: [BaseState]] = [
    .proposed: [.admitted], .admitted: [.suspended], .suspended: [.admitted],
  ]

  public static var diagram: StateDiagram? {
    StateDiagram(
      HealthBaseEntity.object,
      BaseState.allCases.flatMap { from in (ways[from] ?? []).map { .init(from: from.rawValue, to: $0.rawValue) } })
  }

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var from: BaseState
    public var to: BaseState
  }

  public enum Objection: RuleObjection {
    case noWay(from: BaseState, to: BaseState)

    public var code: String { "healthbases.no-such-base-step" }
    public var texts: Texts {
      switch self {
      case .noWay(let from, let to):
        Texts(
          "پایگاه «\(from.texts.fa)» است و «\(to.texts.fa)» نمی‌شود.",
          "The base is \(from.texts.en) and cannot become \(to.texts.en).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    ways[facts.from]?.contains(facts.to) == true ? [] : [.noWay(from: facts.from, to: facts.to)]
  }
}
