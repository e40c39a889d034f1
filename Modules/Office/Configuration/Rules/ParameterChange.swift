import Contracts
import Feature

/// A value or switch is succeeded, never edited: the next begins after the present one; a locked national value has no
/// provincial one.
struct ParameterChange: Rule {
  static let id = "configuration.parameter-change"
  static let texts = Texts(
    "مقدار یا کلید تازه پس از آنچه هست آغاز می‌شود و مقدار قفل‌شدهٔ کشوری، مقدار استانی نمی‌پذیرد.",
    "A new value or switch begins after the present one, and a locked national value takes no provincial one.")
  static let source = Citation("D", "مقادیر تاریخ‌دار و مستند", "dated, cited values")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var from: JalaliDay
    /// The first day of the newest value; nil where it may stand before that: a correction of the past, or of what was set today.
    var latest: JalaliDay?
    var isProvincial: Bool
    var isNationLocked: Bool
    var hasSource: Bool
  }

  enum Objection: RuleObjection {
    case notLater(JalaliDay), locked, sourceMissing

    var code: String {
      switch self {
      case .notLater: "configuration.not-later"
      case .locked: "configuration.locked"
      case .sourceMissing: "configuration.source-missing"
      }
    }
    var texts: Texts {
      switch self {
      case .notLater(let day):
        Texts(
          "مقدار کنونی از \(day.textFa) است؛ مقدار تازه باید پس از آن آغاز شود، یا آن را پیش از روزش پس بگیرید.",
          "The present value runs from \(day.text); a new one must begin after it, or the other be withdrawn before its day.")
      case .locked: Texts("بهزیستی کشور این مقدار را قفل کرده است.", "The national office has locked this value.")
      case .sourceMissing: Texts("مستند مقدار را بنویسید.", "State what the value rests on.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if let latest = facts.latest, facts.from <= latest { objections.append(.notLater(latest)) }
    if facts.isProvincial, facts.isNationLocked { objections.append(.locked) }
    if !facts.hasSource { objections.append(.sourceMissing) }
    return objections
  }
}
