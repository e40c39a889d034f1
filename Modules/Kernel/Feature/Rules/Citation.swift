/// Where a rule or a number comes from: a seed document (S0…S4), an article, a public page (W), or this product's default (D).
public struct Citation: Sendable, Hashable, Codable {
  public let source: String
  public let fa: String
  public let en: String

  public init(_ source: String, _ fa: String, _ en: String) {
    self.source = source
    self.fa = fa
    self.en = en
  }

  /// A value that no source gives and that this product proposes, visibly.
  public static let productDefault = Citation("D", "پیش‌فرض این سامانه", "default of this product")
  /// A value that no source gives: nothing that needs it is possible before the national office sets it.
  public static let nobody = Citation("-", "در هیچ منبعی نیامده است", "given by no source")
}
