public import Values

/// Something the ledger cannot vouch for or cannot write. Writing stops; it is never answered as a refusal.
public struct LedgerFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: String, Sendable {
    /// The store holds less than was published before: an older copy was put back, or the end was cut off.
    case behind
    /// Head, tree, entries or published note contradict one another.
    case inconsistent
    /// The signing key or the log's name is not the one this epoch is signed with.
    case key
    /// An entry would be longer than a leaf may be.
    case tooLarge
    /// The key of the person concerned was erased or never existed.
    case erased
    /// A draft that cannot be written canonically, or an entry that cannot be read.
    case malformed
    /// The high-water mark could not be published.
    case publication
  }

  /// What is wrong.
  public let kind: Kind
  /// For people.
  public let texts: Texts
  /// English, for the log of the program.
  public var description: String { "\(kind.rawValue): \(texts.en)" }

  init(_ kind: Kind, _ fa: String, _ en: String) {
    self.kind = kind
    self.texts = Texts(fa, en)
  }

  static func behind(store: UInt64, published: UInt64) -> LedgerFault {
    LedgerFault(
      .behind,
      "دفتر \(store) ثبت دارد ولی پیش‌تر \(published) ثبت منتشر شده است؛ نسخهٔ کهنه‌ای بازگردانده شده یا انتهای دفتر بریده است.",
      "The ledger holds \(store) entries but \(published) were published before: an older copy was put back or its end cut off."
    )
  }

  static func inconsistent(_ fa: String, _ en: String) -> LedgerFault {
    LedgerFault(.inconsistent, "دفتر با خود سازگار نیست: \(fa)", "The ledger contradicts itself: \(en)")
  }
}
