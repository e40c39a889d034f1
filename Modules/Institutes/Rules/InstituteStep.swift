import Contracts
public import Jalali
public import Rules
public import Values

/// An institute goes from state to state on the ways of the process only.
public struct InstituteStep: Rule {
  public static let id = "institutes.step"
  public static let texts = Texts(
    "مؤسسه تنها از راه‌های فرایند از حالتی به حالت دیگر می‌رود.",
    "An institute changes its state on the ways of the process only.")
  public static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: تشکیل مؤسسات", "PO-EBO-PRV-005-00: forming institutes")

  /// A way between two states and what it rests on.
  struct Way: Sendable {
    let from: InstituteState
    let to: InstituteState
    let source: Citation
  }

  private static let titleOfS2 = Citation("S2", "صدور موافقت‌نامهٔ اصولی", "issue of agreements in principle")
  private static let article26 = Citation(
    "W", "آیین‌نامهٔ صدور، تمدید و ابطال پروانه (مادهٔ ۲۶)، ۱۳۸۷/۰۲/۳۰",
    "by-law on issue, renewal and revocation of licences (Art. 26), 1387/02/30")

  static let ways: [Way] =
    [
      Way(from: .file, to: .approved, source: source),
      Way(from: .approved, to: .agreedInPrinciple, source: titleOfS2),
      Way(from: .agreedInPrinciple, to: .licensed, source: LicenceTerm.source),
      Way(from: .licensed, to: .licensed, source: article26),
      Way(from: .expired, to: .licensed, source: article26),
      Way(from: .licensed, to: .suspended, source: article26),
      Way(from: .suspended, to: .licensed, source: article26),
      Way(from: .licensed, to: .expired, source: article26),
      Way(from: .suspended, to: .expired, source: article26),
      Way(from: .licensed, to: .revoked, source: article26),
      Way(from: .suspended, to: .revoked, source: article26),
      Way(from: .expired, to: .revoked, source: article26),
    ] + InstituteState.allCases.filter { !$0.isClosed }.map { Way(from: $0, to: .dissolved, source: .productDefault) }

  public static var diagram: StateDiagram? {
    StateDiagram(
      InstituteEntity.object,
      ways.map { StateDiagram.Way(from: $0.from.rawValue, to: $0.to.rawValue) })
  }

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var from: InstituteState
    public var to: InstituteState
  }

  public enum Objection: RuleObjection {
    case noWay(from: InstituteState, to: InstituteState)

    public var code: String { "institutes.no-such-step" }
    public var texts: Texts {
      switch self {
      case .noWay(let from, let to):
        let ways = InstituteStep.ways.filter { $0.from == from }
        let fa = ways.map { "\($0.to.texts.fa) (\($0.source.source))" }.joined(separator: "، ")
        let en = ways.map { "\($0.to.texts.en) (\($0.source.source))" }.joined(separator: ", ")
        return Texts(
          "از «\(from.texts.fa)» راهی به «\(to.texts.fa)» نیست. راه‌ها: \(fa.isEmpty ? "هیچ" : fa)",
          "There is no way from '\(from.texts.en)' to '\(to.texts.en)'. Ways: \(en.isEmpty ? "none" : en)")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    ways.contains { $0.from == facts.from && $0.to == facts.to } ? [] : [.noWay(from: facts.from, to: facts.to)]
  }
}
