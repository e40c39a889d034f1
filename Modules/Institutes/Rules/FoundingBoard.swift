public import Jalali
public import Rules
public import Values

/// A file needs a founding board of a certain size. No source gives the size for this organisation's institutes.
public struct FoundingBoard: Rule {
  public static let id = "institutes.founding-board"
  public static let texts = Texts(
    "پرونده باید هیئت مؤسسی با شمار لازم داشته باشد.", "A file needs a founding board of the required size.")
  public static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: هیئت مؤسس", "PO-EBO-PRV-005-00: founding board")
  public static let parameters = [
    Parameter(
      "minimumFounders", nil, "کمترین شمار مؤسسان", "smallest founding board", unit: ("نفر", "people"), source: .nobody)
  ]

  public struct Parameters: Codable, Sendable {
    public var minimumFounders: Int
  }

  public struct Facts: Codable, Sendable {
    public var founders: Int
  }

  public enum Objection: RuleObjection {
    case tooFew(has: Int, needs: Int)

    public var code: String { "institutes.too-few-founders" }
    public var texts: Texts {
      switch self {
      case .tooFew(let has, let needs):
        Texts("هیئت مؤسس \(has) نفر دارد؛ \(needs) نفر لازم است.", "The founding board has \(has); it needs \(needs).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.founders < parameters.minimumFounders
      ? [.tooFew(has: facts.founders, needs: parameters.minimumFounders)] : []
  }
}
