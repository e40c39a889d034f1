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
    guard (1300...1500).contains(year) else {
      throw Refusal.input("/year", "regions.year", Texts("سال باید جلالی باشد.", "The year must be a Jalali year."))
    }
    guard population > 0 else {
      throw Refusal.input("/population", "regions.population", Texts("باید مثبت باشد.", "Must be positive."))
    }
    return try work.insert(
      PopulationCount(province: province, year: year, population: population, source: PersianText.stored(source)))
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
    try work.insert(Closure(province: province, day: day, reason: PersianText.stored(reason)))
  }
}
