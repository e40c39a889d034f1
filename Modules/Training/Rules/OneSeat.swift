import Contracts
import Feature

/// Nobody sits in two courses at one time: neither at a half day nor with courses whose days overlap.
struct OneSeat: Rule {
  static let id = "training.one-seat"
  static let texts = Texts(
    "هیچ کس در یک نیم‌روز در دو دوره نیست و در دو دورهٔ باز با روزهای مشترک نام‌نویسی نمی‌شود.",
    "Nobody is present in two courses at one half day, nor enrolled in two open courses whose days overlap.")
  static let source = Citation("S3", "جزئیات خدمت: حضور افراد در کارگاه", "service details: people attend in person")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    /// Where people named are present at that half day, each as person and course.
    var presentElsewhere: [String]
    /// Open courses with days in common.
    var enrolledElsewhere: [String]
  }

  enum Objection: RuleObjection {
    case present([String])
    case enrolled([String])

    var code: String {
      switch self {
      case .present: "training.present-elsewhere"
      case .enrolled: "training.enrolled-elsewhere"
      }
    }
    var texts: Texts {
      switch self {
      case .present(let places):
        Texts(
          "در همین نیم‌روز در دورهٔ دیگری حاضر ثبت شده است: \(places.joined(separator: "، ")). یکی از دو ثبت را درست کنید.",
          "Recorded as present in another course at this half day: \(places.joined(separator: ", ")). Correct one of the two.")
      case .enrolled(let courses):
        Texts(
          "این شخص در دوره‌ای با روزهای مشترک نام‌نویسی شده است: \(courses.joined(separator: "، ")). نخست از آن انصراف دهد.",
          "This person is enrolled in a course with days in common: \(courses.joined(separator: ", ")). Withdraw there first.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    (facts.presentElsewhere.isEmpty ? [] : [.present(facts.presentElsewhere)])
      + (facts.enrolledElsewhere.isEmpty ? [] : [.enrolled(facts.enrolledElsewhere)])
  }
}
