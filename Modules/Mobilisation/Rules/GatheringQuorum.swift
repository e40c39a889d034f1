import Contracts
import Feature

/// What counts as a volunteers' gathering.
struct GatheringQuorum: Rule {
  static let id = "mobilisation.gathering-quorum"
  static let version = 2
  static let texts = Texts(
    "گردهمایی با حضور داوطلبان ثبت‌شده و افراد کلیدی، و با صورتجلسه، برگزار شده است و دیرزمانی از آن نگذشته است.",
    "A gathering was held not long ago, with enough registered volunteers and key persons, and has minutes.")
  static let source = Citation(
    "S0", "خروجی نخست فرایند: گردهمایی داوطلبان با صورتجلسه",
    "first output of the process: the volunteers' gathering with minutes")
  static let parameters = [
    // One leads, one writes the minutes and one more is asked; a hundred is a public assembly, no quorum.
    Parameter(
      "minimumAttendance", 7, "کمترین شمار داوطلبان و افراد کلیدی حاضر", "fewest volunteers and key persons present",
      unit: ("نفر", "people"), within: 3...100),
    // Minutes that were kept on paper are entered within a year; an older day is a year mistyped.
    Parameter(
      "gatheringBackDays", 366, "دورترین روز گردهمایی پیش از امروز", "how long ago the gathering may have been",
      unit: ("روز", "days"), within: 30...3_650),
  ]

  struct Parameters: Codable, Sendable {
    var minimumAttendance: Int
    var gatheringBackDays: Int
  }

  struct Facts: Codable, Sendable {
    var heldOn: JalaliDay
    var present: Int
    /// Registered volunteers and key persons of the neighbourhood.
    var counted: Int
  }

  enum Objection: RuleObjection {
    case tooFew(counted: Int, minimum: Int)
    case inFuture
    case tooLongAgo(JalaliDay)

    var code: String {
      switch self {
      case .tooFew: "mobilisation.gathering-too-few"
      case .inFuture: "mobilisation.gathering-in-future"
      case .tooLongAgo: "mobilisation.gathering-too-long-ago"
      }
    }

    var texts: Texts {
      switch self {
      case .tooFew(let counted, let minimum):
        Texts(
          "\(PersianText.persianDigits("\(counted)")) داوطلب ثبت‌شده یا فرد کلیدی حاضر بوده‌اند؛ دست‌کم "
            + "\(PersianText.persianDigits("\(minimum)")) نفر لازم است.",
          "\(counted) registered volunteers or key persons were present; at least \(minimum) are needed.")
      case .inFuture: Texts("روز گردهمایی هنوز نرسیده است.", "The day of the gathering is still to come.")
      case .tooLongAgo(let earliest):
        Texts(
          "روز گردهمایی باید از \(earliest.textFa) به بعد باشد، چون روز کهنه‌تر بیشتر سالی نادرست است؛ سال را بازبینی کنید.",
          "The day of the gathering must be no earlier than \(earliest.text), since an older one is mostly a year mistyped: check the year."
        )
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.counted < parameters.minimumAttendance {
      objections.append(.tooFew(counted: facts.counted, minimum: parameters.minimumAttendance))
    }
    if facts.heldOn > day { objections.append(.inFuture) }
    let earliest = day.adding(days: -parameters.gatheringBackDays)
    if facts.heldOn < earliest { objections.append(.tooLongAgo(earliest)) }
    return objections
  }
}
