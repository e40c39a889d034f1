public import Persian
public import Jalali
public import Values

/// Whether a figure has a value; a missing comparison is never 0 and never infinity.
public enum FigureState: String, Choice {
  case computed, notComputable

  public var texts: Texts {
    switch self {
    case .computed: Texts("محاسبه‌شده", "computed")
    case .notComputable: Texts("محاسبه‌ناپذیر", "not computable")
    }
  }
}

/// Why a figure has no value.
public enum MissingInput: String, Choice {
  case noPopulation, noneInComparisonYear, noBaseYear, nothingCounted

  public var texts: Texts {
    switch self {
    case .noPopulation: Texts("جمعیت استان ثبت نشده است", "no population of the province is recorded")
    case .noneInComparisonYear: Texts("در سال مقایسه مؤسسه‌ای تأسیس نشده است", "no institute was founded in the comparison year")
    case .noBaseYear: Texts("سال پایه تعیین نشده است", "no base year before this year is set")
    case .nothingCounted: Texts("تعریف پوشش هیچ گروهی را نمی‌شمارد", "the definition of coverage counts nobody")
    }
  }
}

/// Who counts as covered, as it is printed beside the figure.
public struct CoverageDefinition: Codable, Sendable, Equatable {
  /// Of the rule `monitoring.coverage`.
  public var version: Int
  public var countMembers: Bool
  public var countTrained: Bool
  public var countParticipants: Bool
  public var fa: String
  public var en: String
}

/// Indicator 1 of S0: people covered, each once, against the population.
public struct CoverageFigure: Codable, Sendable, Equatable {
  public var state: FigureState
  public var missing: MissingInput?
  public var covered: Int
  public var population: Int?
  /// The row of the regions desk that gave the population.
  public var populationRow: Int64?
  public var populationYear: Int?
  public var populationSource: String?
  /// Hundredths of a percent, rounded down.
  public var hundredths: Int?
  public var targetHundredths: Int
  public var isReached: Bool?
  public var definition: CoverageDefinition
}

/// Indicator 2 of S0: newly founded institutes against the comparison year.
public struct GrowthFigure: Codable, Sendable, Equatable {
  public var state: FigureState
  public var missing: MissingInput?
  public var founded: Int
  public var comparisonYear: Int?
  public var foundedBefore: Int?
  /// Hundredths of a percent, rounded down; negative when fewer were founded.
  public var hundredths: Int?
  public var targetHundredths: Int
  public var isReached: Bool?
}

/// Both indicators of one province and Jalali year.
public struct Indicators: Codable, Sendable {
  public var province: Province
  public var year: Int
  /// The last day of the year, or today while it runs.
  public var asOf: JalaliDay
  public var coverage: CoverageFigure
  public var growth: GrowthFigure
}
