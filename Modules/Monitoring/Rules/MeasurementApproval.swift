public import Jalali
public import Rules
public import Values

/// Only the newest revision of a year is approved, once.
public struct MeasurementApproval: Rule {
  public static let id = "monitoring.measurement-approval"
  public static let texts = Texts(
    "تنها تازه‌ترین نسخهٔ اندازه‌گیری یک سال، و یک بار، تأیید می‌شود.",
    "Only the newest revision of a year's measurement is approved, and once.")
  public static let source = Citation("S0", "ناظر فرایند: معاونت امور پیشگیری", "supervisor of the process: deputy for prevention")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var state: MeasurementState
    public var isNewest: Bool
  }

  public enum Objection: RuleObjection {
    case approvedAlready
    case newerRevision

    public var code: String {
      switch self {
      case .approvedAlready: "monitoring.approved-already"
      case .newerRevision: "monitoring.newer-revision"
      }
    }
    public var texts: Texts {
      switch self {
      case .approvedAlready: Texts("این نسخه تأیید شده است.", "This revision was approved already.")
      case .newerRevision: Texts("این سال نسخهٔ تازه‌تری دارد.", "There is a newer revision of this year.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    (facts.state == .approved ? [.approvedAlready] : []) + (facts.isNewest ? [] : [.newerRevision])
  }
}
