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
  // What follows is nil in figures of the first definition.
  /// The two whole numbers of the share: how many more, of how many.
  var numerator: Int?
  var denominator: Int?
  /// Whether the comparison year has too few for its share to say much.
  var isSmall: Bool?
}

/// Both indicators of one province and Jalali year.
struct Indicators: Codable, Sendable {
  var province: Province
  var year: Int
  /// The last day of the year, or today while it runs.
  var asOf: JalaliDay
  /// Whether the year runs, so that the figures may still change.
  var isProvisional: Bool
  var coverage: CoverageFigure
  var growth: GrowthFigure
  /// Both figures in words, from the facts beside them.
  var sentences: [Texts]

  /// That a figure is provisional, where it is.
  static func remark(_ isProvisional: Bool, _ year: Int, _ asOf: JalaliDay) -> [Texts] {
    guard isProvisional else { return [] }
    let yearFa = PersianText.persianDigits(year)
    return [
      Texts(
        "موقت: سال \(yearFa) پایان نیافته است؛ شمارش تا \(asOf.textFa).",
        "Provisional: the year \(year) is not over; counted until \(asOf.text).")
    ]
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
    guard let comparisonYear, let foundedBefore, let change = FigureText.share(Share(founded - foundedBefore, of: foundedBefore)) else {
      let why = missing?.texts ?? FigureState.notComputable.texts
      return Texts(
        "مؤسسات تازه: \(now.fa) در سال \(yearFa)؛ رشد محاسبه‌ناپذیر است: \(why.fa)؛ هدف \(goal.fa).",
        "New institutes: \(now.en) in \(year); growth is not computable: \(why.en); target \(goal.en).")
    }
    let before = FigureText.count(foundedBefore)
    let small = isSmall == true ? Texts("؛ اعداد کوچک", "; small numbers") : Texts("", "")
    let verdict = isReached.map { $0 ? Texts("، به‌دست‌آمده", ", reached") : Texts("، به‌دست‌نیامده", ", not reached") }
    return Texts(
      "مؤسسات تازه: \(now.fa) در سال \(yearFa)، \(before.fa) در سال \(PersianText.persianDigits(comparisonYear)) = رشد \(change.fa)؛ هدف \(goal.fa)\(verdict?.fa ?? "")\(small.fa).",
      "New institutes: \(now.en) in \(year), \(before.en) in \(comparisonYear) = growth of \(change.en); target \(goal.en)\(verdict?.en ?? "")\(small.en)."
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
      )
    ] + coverage.sentences + [growth.sentence(in: year)]
  }
}
