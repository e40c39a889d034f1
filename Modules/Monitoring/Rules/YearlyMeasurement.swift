import Contracts
import Feature

/// A year is measured once; again only when the facts behind it have changed.
struct YearlyMeasurement: Rule {
  static let id = "monitoring.yearly-measurement"
  static let texts = Texts(
    "هر سال یک بار اندازه‌گیری می‌شود و اندازه‌گیری دوباره تنها با تغییر داده‌ها، به شکل نسخهٔ تازه، شدنی است.",
    "A year is measured once; again only when the facts have changed, as a new revision.")
  static let source = Citation("S0", "دورهٔ پایش و اندازه‌گیری: سالانه", "period of monitoring and measurement: yearly")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var year: Int
    /// 0 when the year was not measured yet.
    var lastRevision: Int
    var hasChanged: Bool
  }

  enum Objection: RuleObjection {
    case nothingChanged(Int)

    var code: String { "monitoring.nothing-changed" }
    var texts: Texts {
      switch self {
      case .nothingChanged(let revision):
        Texts(
          "از نسخهٔ \(revision) این سال چیزی تغییر نکرده است.", "Nothing has changed since revision \(revision) of this year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.lastRevision > 0 && !facts.hasChanged ? [.nothingChanged(facts.lastRevision)] : []
  }
}
