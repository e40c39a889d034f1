public import Jalali
public import Rules
public import Values

/// After the lock nothing in a ranking changes.
public struct RankingOpen: Rule {
  public static let id = "mobilisation.ranking-open"
  public static let texts = Texts(
    "پس از قفل شدن، هیچ چیز اولویت‌بندی تغییر نمی‌کند.", "After the lock nothing in a ranking changes.")
  public static let source = Citation(
    "D", "پیش‌فرض این سامانه: اولویت‌های مصوب کمیته ثابت می‌مانند",
    "default of this product: what the committee decided stays")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var state: RankingState
  }

  public enum Objection: RuleObjection {
    case locked

    public var code: String { "mobilisation.ranking-locked" }
    public var texts: Texts {
      Texts(
        "این اولویت‌بندی قفل شده است؛ برای تغییر، اولویت‌بندی تازه‌ای آغاز کنید.",
        "This ranking is locked; start a new one to change anything.")
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.state == .locked ? [.locked] : []
  }
}
