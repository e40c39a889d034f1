import Contracts
import Feature

/// Who counts as covered: people, each once, never contacts.
struct Coverage: Rule {
  static let id = "monitoring.coverage"
  static let version = 2
  static let texts = Texts(
    "جمعیت تحت پوشش شمار اشخاص متمایز است، نه شمار مراجعه‌ها.",
    "The covered population is counted in distinct people, never in contacts.")
  static let source = Citation("S0", "شاخص ۱: جمعیت تحت پوشش برنامه", "indicator 1: population covered by the programme")
  static let parameters = [
    Parameter(
      "countMembers", true, "اعضای گروه‌ها و شرکت‌کنندگان فعالیت‌های آن‌ها", "members of groups and participants of their activities"),
    Parameter("countTrained", true, "حاضران دوره‌های آموزشی", "people present in a course"),
    Parameter("countParticipants", true, "شرکت‌کنندگان فعالیت‌های پایگاه‌ها", "participants of the bases' activities"),
    Parameter(
      "coverageOf", "people", "آنچه با هدف سنجیده می‌شود: people یا residents", "what is held against the target: people or residents"),
    Parameter("period", "year", "روزهای شمارش: year، lastDay یا ever", "days that count: year, lastDay or ever"),
  ]

  struct Parameters: Codable, Sendable, Equatable {
    var countMembers: Bool
    var countTrained: Bool
    var countParticipants: Bool
    var coverageOf: CoverageMeasure
    var period: CoveragePeriod

    var countsNobody: Bool { !(countMembers || countTrained || countParticipants) }

    /// The definition in words; the first one asked for courses completed at any time until the end of the year.
    func definition(version: Int) -> CoverageDefinition {
      let isNew = version > 1
      let parts = [
        (countMembers, "members of groups and participants of their activities", "اعضای گروه‌ها و شرکت‌کنندگان فعالیت‌های آن‌ها"),
        isNew
          ? (countTrained, "people present in a course", "حاضران دوره‌های آموزشی")
          : (countTrained, "people who completed a course", "گذراندگان دوره‌های آموزشی"),
        (countParticipants, "participants of the bases' activities", "شرکت‌کنندگان فعالیت‌های پایگاه‌ها"),
      ].filter(\.0)
      return CoverageDefinition(
        version: version, countMembers: countMembers, countTrained: countTrained, countParticipants: countParticipants,
        coverageOf: isNew ? coverageOf : nil, period: isNew ? period : nil,
        fa: "اشخاص متمایز: " + parts.map(\.2).joined(separator: "؛ ") + (isNew ? days.fa : ""),
        en: "Distinct people: " + parts.map(\.1).joined(separator: "; ") + (isNew ? days.en : ""))
    }

    private var days: Texts {
      Texts(
        "؛ \(period.texts.fa)؛ آنچه با هدف سنجیده می‌شود: \(coverageOf.texts.fa)",
        "; \(period.texts.en); held against the target: \(coverageOf.texts.en)")
    }
  }

  struct Facts: Codable, Sendable {
    var province: Province
    var year: Int
  }

  enum Objection: RuleObjection {
    case nobody

    var code: String { "monitoring.nobody-counted" }
    var texts: Texts { MissingInput.nothingCounted.texts }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.countsNobody ? [.nobody] : []
  }
}

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
    var hundredths: Int? { population.flatMap { Share(covered, of: $0).cut(per: 10_000) } }

    func reaches(_ target: Int) -> Bool { population.map { Share(covered, of: $0).reaches(target, per: 10_000) } ?? false }
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
    return facts.reaches(parameters.targetHundredths) ? [] : [.below(value, parameters.targetHundredths)]
  }
}
