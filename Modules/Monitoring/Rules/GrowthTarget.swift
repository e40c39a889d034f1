import Contracts
import Feature

/// Newly founded institutes grow against the previous or a base year.
struct GrowthTarget: Rule {
  static let id = "monitoring.growth-target"
  static let texts = Texts(
    "درصد رشد مؤسسات جدیدالتأسیس نسبت به سال ماقبل یا پایه به هدف می‌رسد.",
    "The growth in newly founded institutes over the previous or the base year reaches its target.")
  static let source = Citation(
    "S0", "معیار پذیرش ۳۰٪، سند PO-EBO-PRV-005-00 گلستان", "acceptance criterion 30 %, document PO-EBO-PRV-005-00, Golestan")
  static let parameters = [
    // From as many as before to ten times as many more.
    Parameter(
      "targetHundredths", 3000, "هدف رشد", "target of growth", unit: ("صدم درصد", "hundredths of a percent"),
      source: source, within: 0...100_000),
    Parameter("comparator", "previous", "سال مقایسه: previous یا base", "comparison year: previous or base", source: source),
    // 0 while none is set; the calendar's tables are proven up to 1500.
    Parameter(
      "baseYear", 0, "سال پایه؛ ۰ یعنی تعیین نشده", "base year; 0 while none is set", unit: ("سال جلالی", "Jalali year"), within: 0...1500),
    // Up to the number of institutes that a province founds in a year.
    Parameter(
      "smallBelow", 5, "کمتر از این در سال مقایسه: اعداد کوچک", "fewer than these in the comparison year are small numbers",
      unit: ("مؤسسه", "institutes"), within: 0...1000),
  ]

  enum Comparator: String, Choice {
    case previous, base

    var texts: Texts {
      switch self {
      case .previous: Texts("سال ماقبل", "previous year")
      case .base: Texts("سال پایه", "base year")
      }
    }
  }

  struct Parameters: Codable, Sendable {
    var targetHundredths: Int
    var comparator: Comparator
    var baseYear: Int
    var smallBelow: Int

    /// nil while no base year before that year is set.
    func comparisonYear(for year: Int) -> Int? {
      switch comparator {
      case .previous: year - 1
      case .base: (1300..<year).contains(baseYear) ? baseYear : nil
      }
    }
  }

  struct Facts: Codable, Sendable {
    var founded: Int
    var comparisonYear: Int?
    var foundedBefore: Int?

    /// Hundredths of a percent, rounded down; nil where there is nothing to compare with.
    var hundredths: Int? { foundedBefore.flatMap { Share(founded - $0, of: $0).cut(per: 10_000) } }

    func reaches(_ target: Int) -> Bool { foundedBefore.map { Share(founded - $0, of: $0).reaches(target, per: 10_000) } ?? false }
  }

  enum Objection: RuleObjection {
    case noBaseYear
    case notComputable
    case below(Int, Int)

    var code: String {
      switch self {
      case .noBaseYear: "monitoring.no-base-year"
      case .notComputable: "monitoring.growth-not-computable"
      case .below: "monitoring.growth-below"
      }
    }
    var texts: Texts {
      switch self {
      case .noBaseYear: MissingInput.noBaseYear.texts
      case .notComputable: MissingInput.noneInComparisonYear.texts
      case .below(let value, let target):
        Texts("\(value) صدم درصد از هدف \(target) کمتر است.", "\(value) hundredths of a percent are below the target of \(target).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard facts.comparisonYear != nil else { return [.noBaseYear] }
    guard let value = facts.hundredths else { return [.notComputable] }
    return facts.reaches(parameters.targetHundredths) ? [] : [.below(value, parameters.targetHundredths)]
  }
}
