import Contracts
import Feature

enum CountedCountyEntity: Entity {
  static let object = "monitoring.county"
  static let prefix: String? = "CC"
  static let texts = Texts("شهرستان شمرده‌شده", "county behind a figure")
}

/// A county's part of a measurement. Somebody who was reached in two counties counts in both, so that the parts may exceed the
/// province. Bound by the measurement's digest like the other records behind it.
struct CountedCounty: CountyRecord {
  typealias Of = CountedCountyEntity
  static let table = Table("monitoring_county", reach: .county, isAudited: false)

  var id = ID<CountedCountyEntity>(0)
  var rev = 0
  var province: Province
  /// nil for whoever and whatever was reached where no county is recorded.
  var county: ID<CountyEntity>?
  var measurement: ID<MeasurementEntity>
  var people: Int
  var probable: Int
  var residents: Int
  var places: Int
  var uncounted: Int

  /// The same before it is kept.
  struct Facts: Hashable, Comparable, Codable, Sendable {
    var county: ID<CountyEntity>?
    /// Distinct people.
    var people = 0
    /// Those of them who have no ID.
    var probable = 0
    /// Residents of the places that have a count.
    var residents = 0
    /// Places with an active group, base or scheme.
    var places = 0
    /// Those without a count; each counts 0.
    var uncounted = 0

    var text: String {
      "\(county.map { ThingName($0).text } ?? "-") \(people) (\(probable)) \(residents) \(places) (\(uncounted))"
    }

    /// Without a county comes last.
    static func < (left: Self, right: Self) -> Bool {
      switch (left.county, right.county) {
      case (let one?, let other?): one < other
      case (.some, nil): true
      case (nil, _): false
      }
    }
  }

  var facts: Facts {
    Facts(county: county, people: people, probable: probable, residents: residents, places: places, uncounted: uncounted)
  }
}

extension CountedCounty {
  init(_ facts: Facts, of measurement: Measurement) {
    self.init(
      province: measurement.province, county: facts.county, measurement: measurement.id, people: facts.people,
      probable: facts.probable, residents: facts.residents, places: facts.places, uncounted: facts.uncounted)
  }
}

extension CountedCounty.Facts {
  /// People by the counties in which they were reached, places by the one in which they lie; sorted.
  static func all(
    _ reached: CoverageCount.Persons, _ places: [ID<NeighbourhoodEntity>: CountedPlace.Facts],
    lyingIn counties: [ID<NeighbourhoodEntity>: ID<CountyEntity>]
  ) -> [Self] {
    var found: [ID<CountyEntity>?: Self] = [:]
    for (person, how) in reached.people {
      for county in how.counties {
        found[county, default: Self(county: county)].people += 1
        if reached.probable.contains(person) { found[county, default: Self(county: county)].probable += 1 }
      }
    }
    for (place, facts) in places {
      let county = counties[place]
      found[county, default: Self(county: county)].places += 1
      found[county, default: Self(county: county)].residents += facts.residents ?? 0
      if facts.residents == nil { found[county, default: Self(county: county)].uncounted += 1 }
    }
    return found.values.sorted()
  }
}
