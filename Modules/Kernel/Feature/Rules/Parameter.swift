/// One number, choice or list in a rule. What has no standard must be set by the national office before the rule can be used.
public struct Parameter: Sendable {
  public let name: String
  public let standard: Value?
  public let texts: Texts
  public let unit: Texts
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
