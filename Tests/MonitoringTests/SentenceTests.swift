import Contracts
import Feature
import TestKit
import Testing
import Values

@testable import Monitoring

@Suite struct `Figures in words` {
  /// How the people are told.
  private func said(_ figure: CoverageFigure) throws -> Texts { try #require(figure.sentences.first) }

  private func coverage(_ covered: Int, of population: Int?, hundredths: Int?, isReached: Bool?) -> CoverageFigure {
    CoverageFigure(
      state: hundredths == nil ? .notComputable : .computed, missing: hundredths == nil ? .noPopulation : nil,
      covered: covered, population: population, populationRow: population == nil ? nil : 27,
      populationYear: population == nil ? nil : 1395, populationSource: nil, hundredths: hundredths,
      targetHundredths: 500, isReached: isReached,
      definition: .init(version: 1, countMembers: true, countTrained: true, countParticipants: true, fa: "الف", en: "A"))
  }

  @Test func `a share that is nothing in hundredths of a percent is told in a smaller unit, with the year of the population`() throws {
    let said = try said(coverage(171, of: 1_868_819, hundredths: 0, isReached: false))
    #expect(said.fa == "پوشش ۱۷۱ از ۱٬۸۶۸٬۸۱۹ نفر = ۰٫۰۹ در هزار؛ هدف ۵٪، به‌دست‌نیامده؛ جمعیت سال ۱۳۹۵.")
    #expect(
      said.en == "Coverage: 171 of 1,868,819 people = 0.09 per thousand; target 5%, not reached; population of 1395.")
  }

  @Test func `what is cut is never rounded up and never nothing while there is somebody`() {
    func told(_ part: Int, _ whole: Int) -> String? { FigureText.share(Share(part, of: whole))?.en }
    #expect(told(1, 3) == "33.33%" && told(2, 3) == "66.66%" && told(9_999_999, 10_000_000) == "99.99%")
    #expect(told(1, 10_000) == "0.01%" && told(999, 10_000_000) == "0.09 per thousand")
    #expect(told(1, 100_000) == "0.01 per thousand" && told(7, 85_000_000) == "0.08 per million")
    #expect(told(0, 40) == "0%" && told(-1, 3) == "-33.34%" && told(1, 0) == nil)
    #expect(FigureText.share(Share(7, of: 85_000_000))?.fa == "۰٫۰۸ در میلیون")
  }

  @Test func `both measures are told, the one that is held against the target with it, and the definition`() throws {
    var figure = coverage(171, of: 1_868_819, hundredths: 642, isReached: true)
    figure.definition.coverageOf = .residents
    (figure.residents, figure.places, figure.uncountedPlaces) = (120_000, 31, [ID(4), ID(9)])
    #expect(
      figure.sentences.map(\.en) == [
        "Coverage: 171 of 1,868,819 people = 0.09 per thousand; population of 1395.",
        "Residents of places with a group, base or scheme: 120,000 in 31 places, 2 without a count = 6.42%; target 5%, reached.",
        "Definition: A.",
      ])
    #expect(
      figure.sentences[1].fa
        == "ساکنان محله‌های دارای گروه، پایگاه یا طرح: ۱۲۰٬۰۰۰ نفر در ۳۱ محله، ۲ محله بی‌آمار = ۶٫۴۲٪؛ هدف ۵٪، به‌دست‌آمده.")
  }

  @Test func `without a population the people are told and why there is no share`() throws {
    let said = try said(coverage(171, of: nil, hundredths: nil, isReached: nil))
    #expect(said.fa == "پوشش: ۱۷۱ نفر؛ سهم محاسبه‌ناپذیر است: جمعیت استان ثبت نشده است؛ هدف ۵٪.")
    #expect(
      said.en
        == "Coverage: 171 people; the share is not computable: no population of the province is recorded; target 5%.")
  }

  @Test func `growth below zero keeps its sign, and without a base year there is none`() {
    var figure = GrowthFigure(
      state: .computed, founded: 2, comparisonYear: 1404, foundedBefore: 3, hundredths: -3334, targetHundredths: 3000,
      isReached: false)
    #expect(
      figure.sentence(in: 1405).en
        == "New institutes: 2 in 1405, 3 in 1404 = growth of -33.34%; target 30%, not reached.")
    figure.isSmall = true
    #expect(figure.sentence(in: 1405).en.hasSuffix("; target 30%, not reached; small numbers."))
    figure.isSmall = nil
    #expect(
      figure.sentence(in: 1405).fa
        == "مؤسسات تازه: ۲ در سال ۱۴۰۵، ۳ در سال ۱۴۰۴ = رشد -۳۳٫۳۴٪؛ هدف ۳۰٪، به‌دست‌نیامده.")
    (figure.comparisonYear, figure.foundedBefore, figure.hundredths) = (nil, nil, nil)
    (figure.state, figure.missing) = (.notComputable, .noBaseYear)
    #expect(
      figure.sentence(in: 1405).en
        == "New institutes: 2 in 1405; growth is not computable: no base year before this year is set; target 30%.")
  }

  @Test func `indicators and a measurement say the same numbers as their fields`() throws {
    let store = try TestStore.measured()
    let officer = Principal.test(.preventionOfficer, number: 1)
    let row = try store.ask("monitoring.indicators", .record(["year": 1405]), as: officer)["rows"]?.items.first
    let said = row?["sentences"]?.items ?? []
    #expect(said.count == 4)
    #expect(said.first?["fa"]?.string?.hasPrefix("پوشش ۳ از ۴۰ نفر = ۷٫۵٪؛ هدف ۵٪، به‌دست‌آمده؛ جمعیت سال ") == true)
    #expect(said.dropFirst().first?["en"] == "Residents of places with a group, base or scheme: 12 in 2 places, 1 without a count = 30%.")
    #expect(
      said.dropFirst(2).first?["en"]?.string?.hasSuffix("; on any day of the year; held against the target: people.") == true)
    #expect(said.last?["en"] == "New institutes: 4 in 1405, 3 in 1404 = growth of 33.33%; target 30%, reached; small numbers.")
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    let shown = try store.ask("monitoring.measurement", .record(["measurement": 1]), as: officer)["sentences"]?.items
    #expect(shown?.first?["en"]?.string?.hasPrefix("MS-27-1405-0001: Golestan, year 1405, revision 1; counted on ") == true)
    #expect(shown?.dropFirst().map { $0 } == said)
  }

  @Test func `a recomputation says whether it gave the same, and whether what was frozen is intact`() throws {
    func said(_ isEqual: Bool, _ isIntact: Bool, _ differences: Int) -> [Texts] {
      RecomputeMeasurement.Output.sentences("MS-1", isEqual: isEqual, isIntact: isIntact, differences: differences)
    }
    #expect(
      said(true, true, 0).map(\.en) == [
        "MS-1: counted again, with the same figures and records.", "The frozen figures and records are those that the ledger has.",
      ])
    #expect(
      said(false, false, 1).map(\.en) == [
        "MS-1: counted again, with another result: 1 difference.",
        "The frozen figures or records are no longer those that the ledger has.",
      ])
    #expect(
      said(false, true, 1_200).map(\.fa) == [
        "MS-1: شمارش دوباره نتیجهٔ دیگری داد: ۱٬۲۰۰ تفاوت.", "عددها و مستندات ثبت‌شده همان است که در دفتر است.",
      ])
    #expect(
      said(true, false, 0).map(\.fa) == [
        "MS-1: شمارش دوباره همان عددها و همان مستندات را داد.", "عددها یا مستندات ثبت‌شده دیگر آن نیست که در دفتر است.",
      ])
    let store = try TestStore.measured()
    let officer = Principal.test(.preventionOfficer, number: 1)
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    let again = try store.ask("monitoring.recompute", .record(["measurement": 1]), as: officer)
    #expect(again["isEqual"] == true)
    #expect(again["sentences"]?.items.first?["en"] == "MS-27-1405-0001: counted again, with the same figures and records.")
  }
}
