import Contracts
import Feature

/// A file needs a founding board of a certain size. No source gives the size for this organisation's institutes.
struct FoundingBoard: Rule {
  static let id = "institutes.founding-board"
  static let texts = Texts(
    "پرونده باید هیئت مؤسسی با شمار لازم داشته باشد.", "A file needs a founding board of the required size.")
  static let source = Citation(
    "S0", "PO-EBO-PRV-005-00: هیئت مؤسس", "PO-EBO-PRV-005-00: founding board")
  static let parameters = [
    // A board of three has a majority; the by-law of 1384, for bodies of another kind, asks for five, and fifteen is three times that.
    Parameter(
      "minimumFounders", nil, "کمترین شمار مؤسسان", "smallest founding board", unit: ("نفر", "people"), source: .nobody, within: 3...15)
  ]

  struct Parameters: Codable, Sendable {
    var minimumFounders: Int
  }

  struct Facts: Codable, Sendable {
    var founders: Int
  }

  enum Objection: RuleObjection {
    case tooFew(has: Int, needs: Int)

    var code: String { "institutes.too-few-founders" }
    var texts: Texts {
      switch self {
      case .tooFew(let has, let needs):
        Texts("هیئت مؤسس \(has) نفر دارد؛ \(needs) نفر لازم است.", "The founding board has \(has); it needs \(needs).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.founders < parameters.minimumFounders
      ? [.tooFew(has: facts.founders, needs: parameters.minimumFounders)] : []
  }
}
