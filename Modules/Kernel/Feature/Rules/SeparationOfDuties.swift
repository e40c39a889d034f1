/// Whoever prepared or edited a thing may not approve it.
public struct SeparationOfDuties: Rule {
  public static let id = "registry.separation-of-duties"
  public static let texts = Texts(
    "تهیه‌کننده یا ویرایشگر یک چیز نمی‌تواند تأییدکنندهٔ همان باشد.",
    "Whoever prepared or edited a thing may not approve it.")
  public static let source = Citation("D", "تفکیک وظایف، برای هر مورد و بدون استثنا", "separation of duties, per object, without exception")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var object: String
    /// Whether the ledger holds an entry of this actor on this object.
    public var hasEdited: Bool
  }

  public enum Objection: RuleObjection {
    case sameHands

    public var code: String { "registry.same-hands" }
    public var texts: Texts {
      Texts(
        "شما این مورد را تهیه یا ویرایش کرده‌اید؛ همکار دیگری باید تأیید کند.",
        "You prepared or edited this; another colleague must approve it.")
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.hasEdited ? [.sameHands] : []
  }
}
