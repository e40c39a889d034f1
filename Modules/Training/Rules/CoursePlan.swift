import Contracts
import Feature

/// A course is planned by a curriculum in force and has room for it.
struct CoursePlan: Rule {
  static let id = "training.course-plan"
  static let version = 2
  static let texts = Texts(
    "دوره بر پایهٔ تازه‌ترین نسخهٔ برنامه چیده می‌شود، جا برای همهٔ روزهای آن دارد، ظرفیتش محدود است و تاریخش نزدیک امروز.",
    "A course follows the newest version of its curriculum, has room for all its days, a limited number of seats, and dates near today."
  )
  static let source = Citation(
    "S3", "عنوان فرایند ۱: تدوین برنامهٔ آموزشی", "process step 1: drawing up the curriculum")
  static let parameters = [
    // From a small workshop to five times the standard, which is a lecture.
    Parameter("largestCapacity", 40, "بیشترین ظرفیت یک دوره", "most seats of a course", unit: ("نفر", "people"), within: 10...200),
    // Two years: a plan beyond that is a year mistyped.
    Parameter(
      "scheduleWithinDays", 730, "دورترین روز دوره پس از امروز", "how far ahead a course may lie", unit: ("روز", "days"),
      within: 30...3_650),
    // A course that was held on paper is entered within a quarter.
    Parameter(
      "scheduleBackDays", 92, "دورترین روز نخست پیش از امروز", "how long ago a course may have begun", unit: ("روز", "days"),
      within: 0...730),
  ]

  struct Parameters: Codable, Sendable {
    var largestCapacity: Int
    var scheduleWithinDays: Int
    var scheduleBackDays: Int
  }

  struct Facts: Codable, Sendable {
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    var days: Int
    var capacity: Int
    var isNewestVersion: Bool
    /// Whether the course began, or is to begin, on that day already: a course that is moved keeps it however long ago.
    var keepsFirstDay: Bool?
  }

  enum Objection: RuleObjection {
    case tooShort(Int)
    case capacity(Int)
    case oldVersion
    case tooFar(JalaliDay)
    case tooLongAgo(JalaliDay)

    var code: String {
      switch self {
      case .tooShort: "training.too-short"
      case .capacity: "training.capacity"
      case .oldVersion: "training.old-version"
      case .tooFar: "training.too-far-ahead"
      case .tooLongAgo: "training.too-long-ago"
      }
    }
    var texts: Texts {
      switch self {
      case .tooShort(let days):
        Texts(
          "میان روز نخست و روز پایان باید دست‌کم \(days) روز باشد.",
          "From the first to the last day there must be at least \(days) days.")
      case .capacity(let most): Texts("ظرفیت باید از ۱ تا \(most) نفر باشد.", "The capacity must be from 1 to \(most).")
      case .oldVersion: Texts("این برنامه نسخهٔ تازه‌تری دارد.", "There is a newer version of this curriculum.")
      case .tooFar(let latest):
        Texts("روز پایان دوره باید تا \(latest.textFa) باشد.", "The last day of the course must be no later than \(latest.text).")
      case .tooLongAgo(let earliest):
        Texts(
          "روز نخست دوره باید از \(earliest.textFa) به بعد باشد.", "The first day of the course must be no earlier than \(earliest.text).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.lastDay.number - facts.firstDay.number + 1 < facts.days { objections.append(.tooShort(facts.days)) }
    if facts.capacity < 1 || facts.capacity > parameters.largestCapacity {
      objections.append(.capacity(parameters.largestCapacity))
    }
    if !facts.isNewestVersion { objections.append(.oldVersion) }
    let latest = day.adding(days: parameters.scheduleWithinDays)
    if facts.lastDay > latest { objections.append(.tooFar(latest)) }
    let earliest = day.adding(days: -parameters.scheduleBackDays)
    if facts.firstDay < earliest, facts.keepsFirstDay != true { objections.append(.tooLongAgo(earliest)) }
    return objections
  }
}
