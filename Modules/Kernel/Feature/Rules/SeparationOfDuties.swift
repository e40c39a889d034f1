/// Whoever prepared or edited a thing may not approve it.
public struct SeparationOfDuties: Rule {
  /// As it stands in verdicts.
  public static let id = "registry.separation-of-duties"
  /// The statement.
  public static let texts = Texts(
    "تهیه‌کننده یا ویرایشگر یک چیز نمی‌تواند تأییدکنندهٔ همان باشد.",
    "Whoever prepared or edited a thing may not approve it.")
  /// A default of this product; no seed document asks for it.
  public static let source = Citation("D", "تفکیک وظایف، برای هر مورد و بدون استثنا", "separation of duties, per object, without exception")

  /// It has no exceptions, so there is nothing to set.
  public typealias Parameters = NoParameters
  /// Who did what to the thing before.
  public struct Facts: Codable, Sendable {
    /// The thing as the ledger calls it, `module.thing/row`.
    public var object: String
    /// Whether the ledger holds an entry of this principal on this object by which they typed, changed or decided something;
    /// to release or to confirm is no authorship.
    public var hasEdited: Bool
  }

  /// What it says no with.
  public enum Objection: RuleObjection {
    /// The principal has an entry on this thing in the ledger.
    case sameHands

    /// The code of its only objection.
    public var code: String { "registry.same-hands" }
    /// That somebody else must do it.
    public var texts: Texts {
      Texts(
        "شما این مورد را تهیه یا ویرایش کرده‌اید؛ همکار دیگری باید تأیید کند.",
        "You prepared or edited this; another colleague must approve it.")
    }
  }

  /// One objection when the principal has edited it.
  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.hasEdited ? [.sameHands] : []
  }
}
