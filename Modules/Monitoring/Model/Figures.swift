import Contracts
import Feature

/// Whether a figure has a value; a missing comparison is never 0 and never infinity.
enum FigureState: String, Choice {
  case computed, notComputable

  var texts: Texts {
    switch self {
    case .computed: Texts("محاسبه‌شده", "computed")
    case .notComputable: Texts("محاسبه‌ناپذیر", "not computable")
    }
  }
}

/// Why a figure has no value.
enum MissingInput: String, Choice {
  case noPopulation, noneInComparisonYear, noBaseYear, nothingCounted

  var texts: Texts {
    switch self {
    case .noPopulation: Texts("جمعیت استان ثبت نشده است", "no population of the province is recorded")
    case .noneInComparisonYear: Texts("در سال مقایسه مؤسسه‌ای تأسیس نشده است", "no institute was founded in the comparison year")
    case .noBaseYear: Texts("سال پایه تعیین نشده است", "no base year before this year is set")
    case .nothingCounted: Texts("تعریف پوشش هیچ گروهی را نمی‌شمارد", "the definition of coverage counts nobody")
    }
  }
}

/// Who counts as covered, as it is printed beside the figure.
struct CoverageDefinition: Codable, Sendable, Equatable {
  /// Of the rule `monitoring.coverage`.
  var version: Int
  var countMembers: Bool
  var countTrained: Bool
  var countParticipants: Bool
  var fa: String
  var en: String
}

/// Indicator 1 of S0: people covered, each once, against the population.
struct CoverageFigure: Codable, Sendable, Equatable {
  var state: FigureState
  var missing: MissingInput?
  var covered: Int
  var population: Int?
  /// The row of the regions desk that gave the population.
  var populationRow: Int64?
  var populationYear: Int?
  var populationSource: String?
  /// Hundredths of a percent, rounded down.
  var hundredths: Int?
  var targetHundredths: Int
  var isReached: Bool?
  var definition: CoverageDefinition
}

/// Indicator 2 of S0: newly founded institutes against the comparison year.
struct GrowthFigure: Codable, Sendable, Equatable {
  var state: FigureState
  var missing: MissingInput?
  var founded: Int
  var comparisonYear: Int?
  var foundedBefore: Int?
  /// Hundredths of a percent, rounded down; negative when fewer were founded.
  var hundredths: Int?
  var targetHundredths: Int
  var isReached: Bool?
}

/// Both indicators of one province and Jalali year.
struct Indicators: Codable, Sendable {
  var province: Province
  var year: Int
  /// The last day of the year, or today while it runs.
  var asOf: JalaliDay
  var coverage: CoverageFigure
  var growth: GrowthFigure
  /// Both figures in words, from the facts beside them.
  var sentences: [Texts]
}
