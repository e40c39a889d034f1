import Contracts
import Feature

/// A course is planned by a curriculum in force and has room for it.
struct CoursePlan: Rule {
  static let id = "training.course-plan"
  static let texts = Texts(
    "دوره بر پایهٔ تازه‌ترین نسخهٔ برنامه چیده می‌شود، جا برای همهٔ روزهای آن دارد و ظرفیتش محدود است.",
    "A course follows the newest version of its curriculum, has room for all its days, and a limited number of seats.")
  static let source = Citation(
    "S3", "عنوان فرایند ۱: تدوین برنامهٔ آموزشی", "process step 1: drawing up the curriculum")
  static let parameters = [
    // From a small workshop to five times the standard, which is a lecture.
    Parameter("largestCapacity", 40, "بیشترین ظرفیت یک دوره", "most seats of a course", unit: ("نفر", "people"), within: 10...200)
  ]

  struct Parameters: Codable, Sendable {
    var largestCapacity: Int
  }

  struct Facts: Codable, Sendable {
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    var days: Int
    var capacity: Int
    var isNewestVersion: Bool
  }

  enum Objection: RuleObjection {
    case tooShort(Int)
    case capacity(Int)
    case oldVersion

    var code: String {
      switch self {
      case .tooShort: "training.too-short"
      case .capacity: "training.capacity"
      case .oldVersion: "training.old-version"
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
    return objections
  }
}
