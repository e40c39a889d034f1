import Contracts
import Feature

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
