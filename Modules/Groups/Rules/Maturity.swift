import Contracts
import Feature

/// A group is mature when enough independent assessments reach the threshold.
struct Maturity: Rule {
  static let id = "groups.maturity"
  static let version = 2
  static let texts = Texts(
    "گروه بالنده گروهی است که از تأسیسش زمان کافی گذشته و ارزیابی‌های جداگانه‌اش به آستانه رسیده‌اند.",
    "A mature group is one that was founded long enough ago and whose independent assessments reach the threshold.")
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
    // Published scales ask for six; with six the road from request to institute could not be walked in S0's six months.
    Parameter(
      "minimumAgeMonths", 3, "کمترین زمان از تأسیس گروه", "least time since the group was founded", unit: ("ماه", "months"), within: 0...24),
  ]

  struct Parameters: Codable, Sendable {
    var threshold: Int
    var assessors: Int
    var everyAssessment: Bool
    /// Left out of verdicts of version 1, which asked for no age.
    var minimumAgeMonths: Int?
  }
  struct Facts: Codable, Sendable {
    /// Weighted means in hundredths of a point, 0…10000.
    var totals: [Int]
    /// Day of the founding minutes; version 1 did not ask.
    var foundedOn: JalaliDay?
  }

  enum Objection: RuleObjection {
    case tooFewAssessments(Int, needed: Int)
    case belowThreshold(total: Int, threshold: Int)
    case tooYoung(from: JalaliDay, months: Int)

    var code: String {
      switch self {
      case .tooFewAssessments: "groups.too-few-assessments"
      case .belowThreshold: "groups.below-threshold"
      case .tooYoung: "groups.founded-too-lately"
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
      case .tooYoung(let first, let months):
        Texts(
          "گروه \(PersianText.persianDigits("\(months)")) ماه پس از تأسیس، از \(first.longText)، می‌تواند بالنده اعلام شود.",
          "A group may be declared mature \(months) months after its founding, from \(first.longTextEn) on.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var young: [Objection] = []
    if let months = parameters.minimumAgeMonths, let first = facts.foundedOn?.adding(months: months), day < first {
      young = [.tooYoung(from: first, months: months)]
    }
    guard !facts.totals.isEmpty, facts.totals.count >= parameters.assessors else {
      return young + [.tooFewAssessments(facts.totals.count, needed: max(parameters.assessors, 1))]
    }
    let mean = facts.totals.reduce(0, +) / facts.totals.count
    let judged = parameters.everyAssessment ? facts.totals : [mean]
    return young
      + judged.filter { $0 / 100 < parameters.threshold }
      .map { .belowThreshold(total: $0, threshold: parameters.threshold) }
  }

  /// Hundredths as people write them: 6950 is 69.50.
  private static func points(_ hundredths: Int) -> String {
    "\(hundredths / 100).\((hundredths % 100).padded(to: 2))"
  }
}
