import Contracts
import Feature

/// Only the newest revision of a year is approved.
struct NewestRevision: Rule {
  static let id = "monitoring.newest-revision"
  static let texts = Texts(
    "تنها تازه‌ترین نسخهٔ اندازه‌گیری یک سال تأیید می‌شود.",
    "Only the newest revision of a year's measurement is approved.")
  static let source = Citation("S0", "ناظر فرایند: معاونت امور پیشگیری", "supervisor of the process: deputy for prevention")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isNewest: Bool
  }

  enum Objection: RuleObjection {
    case newerRevision

    var code: String {
      switch self {
      case .newerRevision: "monitoring.newer-revision"
      }
    }
    var texts: Texts {
      switch self {
      case .newerRevision: Texts("این سال نسخهٔ تازه‌تری دارد.", "There is a newer revision of this year.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.isNewest ? [] : [.newerRevision]
  }
}
