public import Jalali
public import Rules
public import Values

/// A year is measured once; again only when the facts behind it have changed.
public struct YearlyMeasurement: Rule {
  public static let id = "monitoring.yearly-measurement"
  public static let texts = Texts(
    "هر سال یک بار اندازه‌گیری می‌شود و اندازه‌گیری دوباره تنها با تغییر داده‌ها، به شکل نسخهٔ تازه، شدنی است.",
    "A year is measured once; again only when the facts have changed, as a new revision.")
  public static let source = Citation("S0", "دورهٔ پایش و اندازه‌گیری: سالانه", "period of monitoring and measurement: yearly")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var year: Int
    /// 0 when the year was not measured yet.
    public var lastRevision: Int
    public var hasChanged: Bool
  }

  public enum Objection: RuleObjection {
    case nothingChanged(Int)

    public var code: String { "monitoring.nothing-changed" }
    public var texts: Texts {
      switch self {
      case .nothingChanged(let revision):
        Texts(
          "از نسخهٔ \(revision) این سال چیزی تغییر نکرده است.", "Nothing has changed since revision \(revision) of this year.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.lastRevision > 0 && !facts.hasChanged ? [.nothingChanged(facts.lastRevision)] : []
  }
}
