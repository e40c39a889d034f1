import Contracts
import Feature

/// Days of the map: offices are closed on days near today, and a county has been one since a day of this calendar's time.
struct RegionDay: Rule {
  static let id = "regions.day"
  static let texts = Texts(
    "روز تعطیلی نزدیک امروز است و آغاز اعتبار شهرستان پس از ۱۳۰۰ و نزدیک امروز.",
    "A closed day is near today; a county is valid since 1300 at the earliest, and not from a far day to come.")
  static let source = Citation.productDefault
  private static let days = ("روز", "days")
  static let parameters = [
    // An order of the governor is entered within the month; what is closed later than the season before moved no deadline.
    Parameter("closureBackDays", 92, "دورترین روز تعطیلی پیش از امروز", "how long ago a closed day may be", unit: days, within: 0...366),
    Parameter(
      "closureAheadDays", 366, "دورترین روز تعطیلی پس از امروز", "how far ahead a closed day may lie", unit: days, within: 7...1_100),
    // A division of the country is decided some months before it is in force.
    Parameter(
      "countyAheadDays", 366, "دورترین آغاز اعتبار پس از امروز", "how far ahead a county's first day may lie", unit: days, within: 0...1_100
    ),
  ]

  struct Parameters: Codable, Sendable {
    var closureBackDays: Int
    var closureAheadDays: Int
    var countyAheadDays: Int
  }

  struct Facts: Codable, Sendable {
    var what: RegionDayKind
    var day: JalaliDay
  }

  enum Objection: RuleObjection {
    case outside(RegionDayKind, JalaliDay, JalaliDay)

    var code: String {
      switch self {
      case .outside(.closure, _, _): "regions.closure-day"
      case .outside(.county, _, _): "regions.county-day"
      }
    }
    var texts: Texts {
      switch self {
      case .outside(let what, let first, let last):
        Texts(
          "«\(what.texts.fa)» باید از \(first.textFa) تا \(last.textFa) باشد؛ سال را بازبینی کنید.",
          "The \(what.texts.en) must lie between \(first.text) and \(last.text): check the year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let (first, last) =
      switch facts.what {
      case .closure: (day.adding(days: -parameters.closureBackDays), day.adding(days: parameters.closureAheadDays))
      case .county: (JalaliDay.firstDay(ofYear: 1300), day.adding(days: parameters.countyAheadDays))
      }
    return facts.day < first || facts.day > last ? [.outside(facts.what, first, last)] : []
  }
}

/// Which day is entered.
enum RegionDayKind: String, Choice {
  case closure, county

  var texts: Texts {
    switch self {
    case .closure: Texts("روز تعطیلی", "closed day")
    case .county: Texts("آغاز اعتبار شهرستان", "county's first day")
    }
  }
}
