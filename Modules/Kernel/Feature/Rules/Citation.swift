/// Where a rule or a number comes from: a seed document (S0…S4), an article, a public page (W), or this product's default (D).
public struct Citation: Sendable, Hashable, Codable {
  /// The document: `S0` to `S4`, `W` for a public page, `D` for a default of this product.
  public let source: String
  /// The place in it, in Persian.
  public let fa: String
  /// The place in it, in English.
  public let en: String

  /// Cites a place in a document.
  ///
  /// - Parameters:
  ///   - source: the document's short name.
  ///   - fa: the place in Persian.
  ///   - en: the place in English.
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
