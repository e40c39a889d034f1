import Contracts
import Feature

/// The covered population reaches its share of the province's population.
struct CoverageTarget: Rule {
  static let id = "monitoring.coverage-target"
  static let texts = Texts(
    "نسبت جمعیت تحت پوشش به کل جمعیت استان به هدف می‌رسد.",
    "The covered population reaches its share of the province's population.")
  static let source = Citation(
    "S0", "معیار پذیرش ۵٪، سند PO-EBO-PRV-005-00 گلستان", "acceptance criterion 5 %, document PO-EBO-PRV-005-00, Golestan")
  static let parameters = [
    // More than nobody, and at most everybody in the province.
    Parameter(
      "targetHundredths", 500, "هدف پوشش", "target of coverage", unit: ("صدم درصد", "hundredths of a percent"),
      source: source, within: 1...10_000)
  ]

  struct Parameters: Codable, Sendable {
    var targetHundredths: Int
  }

  struct Facts: Codable, Sendable {
    var covered: Int
    var population: Int?

    /// Hundredths of a percent, rounded down; nil where there is no population.
    var hundredths: Int? { population.flatMap { Share.hundredths(covered, of: $0) } }
  }

  enum Objection: RuleObjection {
    case notComputable
    case below(Int, Int)

    var code: String {
      switch self {
      case .notComputable: "monitoring.coverage-not-computable"
      case .below: "monitoring.coverage-below"
      }
    }
    var texts: Texts {
      switch self {
      case .notComputable: MissingInput.noPopulation.texts
      case .below(let value, let target):
        Texts("\(value) صدم درصد از هدف \(target) کمتر است.", "\(value) hundredths of a percent are below the target of \(target).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard let value = facts.hundredths else { return [.notComputable] }
    return value < parameters.targetHundredths ? [.below(value, parameters.targetHundredths)] : []
  }
}
