/// One sentence or title in the two languages people read.
public struct Texts: Sendable, Hashable, Codable {
  /// Persian, what most people see.
  public let fa: String
  public let en: String

  public init(_ fa: String, _ en: String) {
    self.fa = fa
    self.en = en
  }
}
