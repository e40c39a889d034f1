/// One number, choice or list in a rule. What has no standard must be set by the national office before the rule can be used.
public struct Parameter: Sendable {
  /// A property of the rule's `Parameters`.
  public let name: String
  /// What holds until somebody sets another; nil for a required parameter that no source gives.
  public let standard: Value?
  /// What it says.
  public let texts: Texts
  /// What it is counted in, such as days or hundredths of a percent; empty for a choice.
  public let unit: Texts
  /// Where the standard comes from, or who did not give one.
  public let source: Citation

  /// - Parameter standard: nil for a required parameter that no source gives.
  public init(
    _ name: String, _ standard: Value?, _ fa: String, _ en: String, unit: (String, String) = ("", ""),
    source: Citation = .productDefault
  ) {
    self.name = name
    self.standard = standard
    self.texts = Texts(fa, en)
    self.unit = Texts(unit.0, unit.1)
    self.source = source
  }
}
