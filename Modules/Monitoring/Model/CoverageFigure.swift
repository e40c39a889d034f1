import Contracts
import Feature

/// What is held against the population of the province.
enum CoverageMeasure: String, Choice {
  case people, residents

  var texts: Texts {
    switch self {
    case .people: Texts("اشخاص", "people")
    case .residents: Texts("ساکنان", "residents")
    }
  }
}

/// On which days somebody must have been reached to count for a year.
enum CoveragePeriod: String, Choice {
  case year, lastDay, ever

  var texts: Texts {
    switch self {
    case .year: Texts("در یکی از روزهای سال", "on any day of the year")
    case .lastDay: Texts("در روز پایانی سال", "on the last day of the year")
    case .ever: Texts("تا پایان سال", "at any time until the end of the year")
    }
  }

  /// - Parameter asOf: the last day of the year, or today while it runs.
  func days(of year: Int, asOf: JalaliDay) -> ClosedRange<JalaliDay> {
    switch self {
    case .year: min(JalaliDay.firstDay(ofYear: year), asOf)...asOf
    case .lastDay: asOf...asOf
    case .ever: JalaliDay.earliest...asOf
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
  /// nil in the first version, which asked neither.
  var coverageOf: CoverageMeasure?
  var period: CoveragePeriod?
  var fa: String
  var en: String
}

/// Indicator 1 of S0 in both measures: people reached, each once, and residents of the places reached, each place once.
struct CoverageFigure: Codable, Sendable, Equatable {
  var state: FigureState
  var missing: MissingInput?
  /// Distinct people.
  var covered: Int
  var population: Int?
  /// The row of the regions desk that gave the population.
  var populationRow: Int64?
  var populationYear: Int?
  var populationSource: String?
  /// Hundredths of a percent of the measure that is held against the target, rounded down.
  var hundredths: Int?
  var targetHundredths: Int
  var isReached: Bool?
  var definition: CoverageDefinition
  // What follows is nil in figures of the first definition.
  /// The two whole numbers of that share.
  var numerator: Int?
  var denominator: Int?
  /// Those among the people who are told apart by names and birth alone, having no ID.
  var probable: Int?
  /// Residents of the places that have a count.
  var residents: Int?
  var peopleHundredths: Int?
  var residentsHundredths: Int?
  /// Places with an active group, base or scheme.
  var places: Int?
  /// Those without a count; each counts 0.
  var uncountedPlaces: [ID<NeighbourhoodEntity>]?
}

extension CoverageFigure {
  /// The figure with its inputs, or why there is none; then the other measure, and who counts.
  var sentences: [Texts] {
    let told = [sentence] + (residentsSentence.map { [$0] } ?? [])
    return told + [Texts("تعریف: \(definition.fa).", "Definition: \(definition.en).")]
  }

  private var sentence: Texts {
    let people = FigureText.count(covered)
    let goal = FigureText.percent(hundredths: targetHundredths)
    guard let population, let share = FigureText.share(Share(covered, of: population)) else {
      let why = missing?.texts ?? FigureState.notComputable.texts
      return Texts(
        "پوشش: \(people.fa) نفر؛ سهم محاسبه‌ناپذیر است: \(why.fa)؛ هدف \(goal.fa).",
        "Coverage: \(people.en) people; the share is not computable: \(why.en); target \(goal.en).")
    }
    let all = FigureText.count(population)
    let census = CoverageFigure.census(populationYear, populationSource)
    let verdict = definition.coverageOf == .residents ? Texts("", "") : self.verdict
    return Texts(
      "پوشش \(people.fa) از \(all.fa) نفر = \(share.fa)\(verdict.fa)\(census.fa).",
      "Coverage: \(people.en) of \(all.en) people = \(share.en)\(verdict.en)\(census.en).")
  }

  private var residentsSentence: Texts? {
    guard let residents, let places else { return nil }
    let number = FigureText.count(residents)
    let room = FigureText.counted(places, "محله", "place", "places")
    let uncounted = uncountedPlaces?.count ?? 0
    let gap = FigureText.count(uncounted)
    let without = uncounted == 0 ? Texts("", "") : Texts("، \(gap.fa) محله بی‌آمار", ", \(gap.en) without a count")
    let share =
      population.flatMap { FigureText.share(Share(residents, of: $0)) }.map { Texts(" = \($0.fa)", " = \($0.en)") } ?? Texts("", "")
    let verdict = definition.coverageOf == .residents ? self.verdict : Texts("", "")
    return Texts(
      "ساکنان محله‌های دارای گروه، پایگاه یا طرح: \(number.fa) نفر در \(room.fa)\(without.fa)\(share.fa)\(verdict.fa).",
      "Residents of places with a group, base or scheme: \(number.en) in \(room.en)\(without.en)\(share.en)\(verdict.en).")
  }

  /// Whether the measure that is held against the target has reached it.
  private var verdict: Texts {
    let goal = FigureText.percent(hundredths: targetHundredths)
    let reached = isReached.map { $0 ? Texts("، به‌دست‌آمده", ", reached") : Texts("، به‌دست‌نیامده", ", not reached") }
    return Texts("؛ هدف \(goal.fa)\(reached?.fa ?? "")", "; target \(goal.en)\(reached?.en ?? "")")
  }

  private static func census(_ year: Int?, _ source: String?) -> Texts {
    guard let year else { return Texts("", "") }
    let named = source.map { " (\($0))" } ?? ""
    return Texts("؛ جمعیت سال \(PersianText.persianDigits(year))\(named)", "; population of \(year)\(named)")
  }
}
