import Contracts
import Feature

/// Parts beside their whole: everybody counts once in each part and once in the whole, so that the parts may exceed it.
struct PartsAndWhole: Codable, Sendable, Equatable {
  /// Sum of the parts' people.
  var summed: Int
  /// Distinct people of the whole.
  var people: Int
  /// By how many the parts exceed the whole.
  var excess: Int
  /// Of the whole; each place lies in one part, so that there is nothing to exceed.
  var residents: Int
  var places: Int

  init(summed: Int, people: Int, residents: Int, places: Int) {
    (self.summed, self.people, self.excess) = (summed, people, summed - people)
    (self.residents, self.places) = (residents, places)
  }

  /// A province by its counties, those without one included.
  init(_ counties: [CountedCounty.Facts], people: Int, residents: Int, places: Int) {
    self.init(summed: counties.reduce(0) { $0 + $1.people }, people: people, residents: residents, places: places)
  }

  /// A line for a province and the sum of its counties.
  func sentence(of province: Province) -> Texts {
    sentence("\(province.fa)، جمع شهرستان‌ها", "استان", "\(province.en): the counties", "the province")
  }

  /// A line for the nation and the sum of its provinces.
  var sentenceOfNation: Texts { sentence("جمع استان‌ها", "کشور", "The provinces", "the nation") }

  private func sentence(_ partsFa: String, _ wholeFa: String, _ partsEn: String, _ wholeEn: String) -> Texts {
    let (sum, one, more) = (FigureText.count(summed), FigureText.count(people), FigureText.count(excess))
    return Texts(
      "\(partsFa) \(sum.fa) نفر، \(wholeFa) \(one.fa) نفر: \(more.fa) بیشتر؛ هر شخص در \(wholeFa) یک بار شمرده می‌شود.",
      "\(partsEn) together count \(sum.en), \(wholeEn) \(one.en): \(more.en) more; in \(wholeEn) everybody counts once.")
  }
}

extension CountedCounty.Facts {
  /// Whoever and whatever was reached where no county is recorded; nil for a county, which has a name beside its line.
  var sentence: Texts? {
    guard county == nil else { return nil }
    let (who, live) = (
      FigureText.counted(people, "نفر", "person", "people"), FigureText.counted(residents, "ساکن", "resident", "residents")
    )
    return Texts("بدون شهرستان: \(who.fa) و \(live.fa).", "Without a county: \(who.en) and \(live.en).")
  }
}
