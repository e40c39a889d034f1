import Contracts
import Feature

/// Records a population count or estimate of a province, with its source.
struct RecordPopulation: Action {
  var province: Province
  var year: Int
  var population: Int
  var source: String

  static let spec = Spec(
    "regions.record-population", "ثبت جمعیت استان", "Record a population", .post, "/regions/populations",
    permission: .regionsAdmin,
    fields: [
      "province": ("استان", "province"), "year": ("سال جلالی شمارش", "Jalali year of the count"),
      "population": ("شمار مردم", "number of people"), "source": ("منبع", "who counted"),
    ])

  func perform(in work: borrowing Transaction) throws -> PopulationCount {
    let source = try Census.checked(year, population, source)
    return try work.insert(PopulationCount(province: province, year: year, population: population, source: source))
  }
}

/// Records how many people live in a neighbourhood or another setting, with the source.
struct RecordResidents: Action {
  var neighbourhood: Ref<NeighbourhoodEntity>
  var year: Int
  var population: Int
  var source: String

  static let spec = Spec(
    "regions.record-residents", "ثبت جمعیت محله", "Record the residents of a place", .post,
    "/regions/neighbourhoods/{neighbourhood}/residents", permission: .regionsWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "year": ("سال جلالی شمارش", "Jalali year of the count"),
      "population": ("شمار مردم", "number of people"), "source": ("منبع", "who counted"),
    ])

  func perform(in work: borrowing Transaction) throws -> ResidentCount {
    let place = try work.require(Neighbourhood.self, neighbourhood)
    let source = try Census.checked(year, population, source)
    return try work.insert(
      ResidentCount(
        province: place.province, county: place.county, neighbourhood: place.id, year: year, population: population, source: source))
  }
}

/// What a count of people must be like to be written down.
private enum Census {
  /// No place on earth has more.
  private static let mostPeople = 1_000_000_000
  private static let longestSource = 300

  /// - Returns: the source as it is stored.
  static func checked(_ year: Int, _ population: Int, _ source: String) throws -> String {
    guard (1300...1500).contains(year) else {
      throw Refusal.input("/year", "regions.year", Texts("سال باید جلالی باشد.", "The year must be a Jalali year."))
    }
    guard population > 0 else {
      throw Refusal.input("/population", "regions.population", Texts("باید مثبت باشد.", "Must be positive."))
    }
    guard population <= mostPeople else {
      throw Refusal.input("/population", "regions.population", Texts("شمار مردم چنین زیاد نیست.", "There are not so many people."))
    }
    let stored = PersianText.stored(source)
    guard stored.count <= longestSource else {
      throw Refusal.input(
        "/source", "regions.source",
        Texts("منبع را در ۳۰۰ نویسه بنویسید.", "Write the source in at most 300 characters."))
    }
    return stored
  }
}

/// Records a day on which a province's offices are closed by order.
struct OrderClosure: Action {
  var province: Province
  var day: JalaliDay
  var reason: String

  static let spec = Spec(
    "regions.order-closure", "ثبت تعطیلی استان", "Record a closed day", .post, "/regions/closures",
    permission: .regionsWrite,
    fields: ["province": ("استان", "province"), "day": ("روز", "the day"), "reason": ("علت و مرجع", "why, and by whose order")])

  func perform(in work: borrowing Transaction) throws -> Closure {
    try work.require(RegionDay.self, .init(what: .closure, day: day), in: province)
    return try work.insert(Closure(province: province, day: day, reason: PersianText.stored(reason)))
  }
}
