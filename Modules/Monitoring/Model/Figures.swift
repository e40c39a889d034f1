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

extension CoverageFigure {
  /// The figure with its inputs, or why there is none; a share below one percent is told per thousand.
  var sentence: Texts {
    let people = FigureText.count(covered)
    let goal = FigureText.percent(hundredths: targetHundredths)
    guard let population, let hundredths else {
      let why = missing?.texts ?? FigureState.notComputable.texts
      return Texts(
        "پوشش: \(people.fa) نفر؛ سهم محاسبه‌ناپذیر است: \(why.fa)؛ هدف \(goal.fa).",
        "Coverage: \(people.en) people; the share is not computable: \(why.en); target \(goal.en).")
    }
    let all = FigureText.count(population)
    var share = FigureText.percent(hundredths: hundredths)
    if hundredths < 100, let finer = Share.hundredths(covered, of: population, per: 100_000) {
      let figure = FigureText.fraction(finer)
      share = Texts("\(figure.fa) در هزار", "\(figure.en) per thousand")
    }
    let census = CoverageFigure.census(populationYear, populationSource)
    let verdict = isReached.map { $0 ? Texts("، به‌دست‌آمده", ", reached") : Texts("، به‌دست‌نیامده", ", not reached") }
    return Texts(
      "پوشش \(people.fa) از \(all.fa) نفر = \(share.fa)؛ هدف \(goal.fa)\(verdict?.fa ?? "")\(census.fa).",
      "Coverage: \(people.en) of \(all.en) people = \(share.en); target \(goal.en)\(verdict?.en ?? "")\(census.en).")
  }

  private static func census(_ year: Int?, _ source: String?) -> Texts {
    guard let year else { return Texts("", "") }
    let named = source.map { " (\($0))" } ?? ""
    return Texts("؛ جمعیت سال \(PersianText.persianDigits(year))\(named)", "; population of \(year)\(named)")
  }
}

extension GrowthFigure {
  /// The figure with its inputs, or why there is none.
  ///
  /// - Parameter year: the one that is measured.
  func sentence(in year: Int) -> Texts {
    let now = FigureText.count(founded)
    let goal = FigureText.percent(hundredths: targetHundredths)
    let yearFa = PersianText.persianDigits(year)
    guard let comparisonYear, let foundedBefore, let hundredths else {
      let why = missing?.texts ?? FigureState.notComputable.texts
      return Texts(
        "مؤسسات تازه: \(now.fa) در سال \(yearFa)؛ رشد محاسبه‌ناپذیر است: \(why.fa)؛ هدف \(goal.fa).",
        "New institutes: \(now.en) in \(year); growth is not computable: \(why.en); target \(goal.en).")
    }
    let before = FigureText.count(foundedBefore)
    let change = FigureText.percent(hundredths: hundredths)
    let verdict = isReached.map { $0 ? Texts("، به‌دست‌آمده", ", reached") : Texts("، به‌دست‌نیامده", ", not reached") }
    return Texts(
      "مؤسسات تازه: \(now.fa) در سال \(yearFa)، \(before.fa) در سال \(PersianText.persianDigits(comparisonYear)) = رشد \(change.fa)؛ هدف \(goal.fa)\(verdict?.fa ?? "").",
      "New institutes: \(now.en) in \(year), \(before.en) in \(comparisonYear) = growth of \(change.en); target \(goal.en)\(verdict?.en ?? "")."
    )
  }
}

extension Measurement {
  /// What was measured, how it stands, and both figures.
  var sentences: [Texts] {
    let times = FigureText.count(revision)
    let changes = FigureText.count(differences.count)
    return [
      Texts(
        "\(code): استان \(province.fa)، سال \(PersianText.persianDigits(year))، نوبت \(times.fa)؛ اندازه‌گیری در \(PersianText.persianDigits(measuredOn.text))، \(state.texts.fa)؛ تفاوت با نوبت پیش: \(changes.fa).",
        "\(code): \(province.en), year \(year), revision \(times.en); counted on \(measuredOn.text), \(state.texts.en); differences from the revision before: \(changes.en)."
      ),
      coverage.sentence, growth.sentence(in: year),
    ]
  }
}
