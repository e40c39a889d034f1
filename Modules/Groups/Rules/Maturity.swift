import Contracts
import Feature

/// A group is mature when enough independent assessments reach the threshold.
struct Maturity: Rule {
  static let id = "groups.maturity"
  static let texts = Texts(
    "گروه بالنده گروهی است که ارزیابی‌های جداگانه‌اش به آستانه رسیده‌اند.",
    "A mature group is one whose independent assessments reach the threshold.")
  static let source = Citation(
    "S1", "شرح خدمت: «چنانچه به بالندگی اجتماعی برسند، می‌توانند … مجوز مؤسسه اخذ نمایند»",
    "\"if they reach social maturity, they may obtain the permit of an institute\"")
  static let parameters = [
    // Of 100 points: a group with less than half of them is not called mature.
    Parameter("threshold", 70, "آستانهٔ بالندگی", "threshold of maturity", unit: ("از ۱۰۰", "of 100"), within: 50...100),
    // Assessments are compared, so there are two; five are more than an office can send to one group.
    Parameter("assessors", 2, "شمار ارزیابان هر دور", "assessors in a round", unit: ("نفر", "people"), within: 2...5),
    Parameter(
      "everyAssessment", true, "هر ارزیابی باید به آستانه برسد؛ وگرنه میانگین آن‌ها",
      "every assessment must reach the threshold; otherwise their mean"),
  ]

  struct Parameters: Codable, Sendable {
    var threshold: Int
    var assessors: Int
    var everyAssessment: Bool
  }
  struct Facts: Codable, Sendable {
    /// Weighted means in hundredths of a point, 0…10000.
    var totals: [Int]
  }

  enum Objection: RuleObjection {
    case tooFewAssessments(Int, needed: Int)
    case belowThreshold(total: Int, threshold: Int)

    var code: String {
      switch self {
      case .tooFewAssessments: "groups.too-few-assessments"
      case .belowThreshold: "groups.below-threshold"
      }
    }
    var texts: Texts {
      switch self {
      case .tooFewAssessments(let count, let needed):
        Texts(
          "\(PersianText.persianDigits("\(count) از \(needed)")) ارزیابی این دور انجام شده است.",
          "\(count) of \(needed) assessments of this round are done.")
      case .belowThreshold(let total, let threshold):
        Texts(
          PersianText.persianDigits("نمرهٔ \(Maturity.points(total)) به آستانهٔ \(threshold) نمی‌رسد."),
          "The score \(Maturity.points(total)) does not reach the threshold of \(threshold).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard !facts.totals.isEmpty, facts.totals.count >= parameters.assessors else {
      return [.tooFewAssessments(facts.totals.count, needed: max(parameters.assessors, 1))]
    }
    let mean = facts.totals.reduce(0, +) / facts.totals.count
    let judged = parameters.everyAssessment ? facts.totals : [mean]
    return judged.filter { $0 / 100 < parameters.threshold }
      .map { .belowThreshold(total: $0, threshold: parameters.threshold) }
  }

  /// Hundredths as people write them: 6950 is 69.50.
  private static func points(_ hundredths: Int) -> String {
    "\(hundredths / 100).\((hundredths % 100).padded(to: 2))"
  }
}
