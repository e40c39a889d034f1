public import Jalali
import Persian
public import Rules
public import Values

/// What counts as a volunteers' gathering.
public struct GatheringQuorum: Rule {
  public static let id = "mobilisation.gathering-quorum"
  public static let texts = Texts(
    "گردهمایی با حضور داوطلبان ثبت‌شده و افراد کلیدی، و با صورتجلسه، برگزار شده است.",
    "A gathering was held, with enough registered volunteers and key persons, and has minutes.")
  public static let source = Citation(
    "S0", "خروجی نخست فرایند: گردهمایی داوطلبان با صورتجلسه",
    "first output of the process: the volunteers' gathering with minutes")
  public static let parameters = [
    Parameter(
      "minimumAttendance", 7, "کمترین شمار داوطلبان و افراد کلیدی حاضر", "fewest volunteers and key persons present",
      unit: ("نفر", "people"))
  ]

  public struct Parameters: Codable, Sendable {
    public var minimumAttendance: Int
  }

  public struct Facts: Codable, Sendable {
    public var heldOn: JalaliDay
    public var present: Int
    /// Registered volunteers and key persons of the neighbourhood.
    public var counted: Int
  }

  public enum Objection: RuleObjection {
    case tooFew(counted: Int, minimum: Int)
    case inFuture

    public var code: String {
      switch self {
      case .tooFew: "mobilisation.gathering-too-few"
      case .inFuture: "mobilisation.gathering-in-future"
      }
    }

    public var texts: Texts {
      switch self {
      case .tooFew(let counted, let minimum):
        Texts(
          "\(PersianText.persianDigits("\(counted)")) داوطلب ثبت‌شده یا فرد کلیدی حاضر بوده‌اند؛ دست‌کم "
            + "\(PersianText.persianDigits("\(minimum)")) نفر لازم است.",
          "\(counted) registered volunteers or key persons were present; at least \(minimum) are needed.")
      case .inFuture: Texts("روز گردهمایی هنوز نرسیده است.", "The day of the gathering has not come yet.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.counted < parameters.minimumAttendance {
      objections.append(.tooFew(counted: facts.counted, minimum: parameters.minimumAttendance))
    }
    if facts.heldOn > day { objections.append(.inFuture) }
    return objections
  }
}
