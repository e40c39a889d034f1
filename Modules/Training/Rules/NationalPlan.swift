import Contracts
import Feature

/// The provinces' shares make up the national plan.
struct NationalPlan: Rule {
  static let id = "training.national-plan"
  static let version = 2
  static let texts = Texts(
    "مجموع سهم استان‌ها برابر برنامهٔ کشوری سال است و هر استان یک بار می‌آید.",
    "The provinces' shares add up to the national plan of the year, and each province appears once.")
  static let source = Citation("S3", "آمار سالانه: ۳۰۰۰ تسهیلگر محلی", "yearly figure: 3,000 local facilitators")
  static let parameters = [
    // Somebody to train, and no more than the organisation has volunteers (120,000 in 1404).
    Parameter(
      "total", 3000, "تسهیلگران محلی در سال", "local facilitators a year", unit: ("نفر", "people"), source: source, within: 1...120_000),
    // A share is put right in the year after; who plans further than a programme of five years has mistyped the year.
    Parameter(
      "yearsBack", 1, "دورترین سال پیش از امسال", "how many years back", unit: ("سال", "years"), source: .productDefault, within: 0...10),
    Parameter(
      "yearsAhead", 5, "دورترین سال پس از امسال", "how many years ahead", unit: ("سال", "years"), source: .productDefault,
      within: 1...20),
  ]

  struct Parameters: Codable, Sendable {
    var total: Int
    var yearsBack: Int
    var yearsAhead: Int
  }

  struct Facts: Codable, Sendable {
    var provinces: [String]
    var numbers: [Int]
    /// Which year is planned; the first version did not ask.
    var year: Int?
  }

  enum Objection: RuleObjection {
    case sum(Int?, Int)
    case twice
    case negative
    case farYear(ClosedRange<Int>)

    var code: String {
      switch self {
      case .sum: "training.plan-sum"
      case .twice: "training.plan-province-twice"
      case .negative: "training.plan-negative"
      case .farYear: "training.plan-year"
      }
    }
    var texts: Texts {
      switch self {
      case .sum(let sum, let total):
        Texts(
          "مجموع \(sum.map(String.init) ?? "بیش از اندازه") است و باید \(total) باشد.",
          "The sum is \(sum.map(String.init) ?? "too large") and must be \(total).")
      case .twice: Texts("یک استان دو بار آمده است.", "A province is given twice.")
      case .negative: Texts("سهم استان منفی است.", "A share is negative.")
      case .farYear(let years):
        Texts(
          "سال برنامه باید از \(PersianText.persianDigits(years.lowerBound)) تا \(PersianText.persianDigits(years.upperBound)) باشد.",
          "The year that is planned must lie between \(years.lowerBound) and \(years.upperBound).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    let sum = facts.numbers.reduce(Int?.some(0)) { sum, number in
      guard let sum else { return nil }
      let next = sum.addingReportingOverflow(number)
      return next.overflow ? nil : next.partialValue
    }
    if sum != parameters.total { objections.append(.sum(sum, parameters.total)) }
    if Set(facts.provinces).count != facts.provinces.count { objections.append(.twice) }
    if facts.numbers.contains(where: { $0 < 0 }) { objections.append(.negative) }
    let years = day.year - parameters.yearsBack...day.year + parameters.yearsAhead
    if let year = facts.year, !years.contains(year) { objections.append(.farYear(years)) }
    return objections
  }
}
