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
  /// The least and the most that a number may be, in its unit; nil where nobody has said so.
  public let bounds: ClosedRange<Int64>?

  /// - Parameters:
  ///   - standard: nil for a required parameter that no source gives.
  ///   - within: the least and the most that anybody may set it to; not for parameters that are no number.
  public init(
    _ name: String, _ standard: Value?, _ fa: String, _ en: String, unit: (String, String) = ("", ""),
    source: Citation = .productDefault, within bounds: ClosedRange<Int64>? = nil
  ) {
    self.name = name
    self.standard = standard
    self.texts = Texts(fa, en)
    self.unit = Texts(unit.0, unit.1)
    self.source = source
    self.bounds = bounds
  }

  /// - Throws: `Refusal` for a number below the least or above the most.
  func requireBounds(_ value: Value) throws {
    guard let bounds, case .int(let number) = value, !bounds.contains(number) else { return }
    let (least, most) = (bounds.lowerBound, bounds.upperBound)
    throw Refusal.input(
      "/\(name)", "parameter.bounds",
      Texts(
        "\(texts.fa) باید میان \(PersianText.persianDigits(String(least))) و \(PersianText.persianDigits(String(most))) باشد.",
        "The \(texts.en) must lie between \(least) and \(most)."))
  }
}
