/// Something that somebody owes before their posts count in full. The accounts desk says what; the engine holds them to it.
public struct Duty: Sendable {
  /// What is refused meanwhile.
  public enum Bar: Sendable {
    /// Everything but what concerns one's own account.
    case everything
    /// Every `DecidingAction`.
    case decisions
  }

  /// With which it is refused.
  public let code: String
  /// What is owed and why, as whole sentences.
  public let texts: Texts
  /// How it is done.
  public let next: NextStep
  /// What is refused meanwhile.
  public let bar: Bar

  /// - Parameters:
  ///   - code: with which everything it bars is refused.
  ///   - texts: what is owed and why, as whole sentences.
  ///   - next: how it is done.
  ///   - bar: what is refused meanwhile.
  public init(_ code: String, _ texts: Texts, next: NextStep, bar: Bar) {
    self.code = code
    self.texts = texts
    self.next = next
    self.bar = bar
  }

  /// The answer to whatever it bars.
  package var refusal: Refusal {
    var refusal = Refusal(.forbidden, code, texts)
    refusal.next = [next]
    return refusal
  }
}
