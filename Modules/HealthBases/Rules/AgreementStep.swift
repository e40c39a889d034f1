import Contracts
public import Jalali
public import Rules
public import Values

/// An agreement is in force until it is terminated early or its term ends; it never comes back.
public struct AgreementStep: Rule {
  public static let id = "healthbases.agreement-step"
  public static let texts = Texts(
    "توافق‌نامه تا خاتمهٔ زودهنگام یا پایان دوره برقرار است و پس از آن برنمی‌گردد.",
    "An agreement is in force until early termination or the end of its term, and never comes back.")
  public static let source = Citation("S4", "خاتمهٔ توافق‌نامه", "end of the agreement")

  private static let ways: [AgreementState: [AgreementState]] = [
    .active: [.suspended, .terminated, .ended], .suspended: [.active, .terminated, .ended], .terminated: [.ended],
  ]

  public static var diagram: StateDiagram? {
    StateDiagram(
      AgreementEntity.object,
      AgreementState.allCases.flatMap { from in (ways[from] ?? []).map { .init(from: from.rawValue, to: $0.rawValue) } })
  }

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var from: AgreementState
    public var to: AgreementState
  }

  public enum Objection: RuleObjection {
    case noWay(from: AgreementState, to: AgreementState)

    public var code: String { "healthbases.no-such-step" }
    public var texts: Texts {
      switch self {
      case .noWay(let from, let to):
        Texts(
          "توافق‌نامه «\(from.texts.fa)» است و «\(to.texts.fa)» نمی‌شود.",
          "The agreement is \(from.texts.en) and cannot become \(to.texts.en).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    ways[facts.from]?.contains(facts.to) == true ? [] : [.noWay(from: facts.from, to: facts.to)]
  }
}
