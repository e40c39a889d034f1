import Values

/// What somebody says of a sheet besides its text.
public struct SheetOptions: Sendable {
  /// How its octets stand for letters; nil for UTF-8 or what its mark says.
  public var encoding: SheetEncoding?
  /// Columns that are left out, by their titles.
  public var ignored: [String]
  /// Titles, and the field that each of them is.
  public var mapped: [(title: String, field: String)]
  /// What the same person said of titles before: names of fields by their keys (`Runtime.rememberedColumns`).
  public var remembered: [String: String] = [:]
  /// Fields that are the same in every row, with what is typed for them.
  public var given: [(field: String, value: String)]
  /// Whether good rows stay although others were refused.
  public var skipsRefused: Bool
  /// Whether a file is imported although it was before.
  public var isAgain: Bool

  /// Nothing said: UTF-8, every column known by its title, all or nothing.
  public init(
    encoding: SheetEncoding? = nil, ignored: [String] = [], mapped: [(title: String, field: String)] = [],
    given: [(field: String, value: String)] = [], skipsRefused: Bool = false, isAgain: Bool = false
  ) {
    self.given = given
    self.encoding = encoding
    self.ignored = ignored
    self.mapped = mapped
    self.skipsRefused = skipsRefused
    self.isAgain = isAgain
  }

  /// A field and what is given for it as they are typed: `FIELD=VALUE`; the first equals sign divides.
  ///
  /// - Throws: `Refusal` for text without one.
  public static func giving(_ text: String) throws -> (field: String, value: String) {
    let letters = text.unicodeScalars
    guard let sign = letters.firstIndex(of: "="), sign > letters.startIndex else {
      throw Refusal.input("/set", "import.set", Texts("به شکل «فیلد=مقدار» بنویسید.", "Write it as FIELD=VALUE."))
    }
    return (String(letters[..<sign]), String(letters[letters.index(after: sign)...]))
  }

  /// A title and its field as they are typed: `TITLE=FIELD`; the last equals sign divides.
  ///
  /// - Throws: `Refusal` for text without one.
  public static func mapping(_ text: String) throws -> (title: String, field: String) {
    let letters = text.unicodeScalars
    guard let sign = letters.lastIndex(of: "="), sign > letters.startIndex, letters.index(after: sign) < letters.endIndex else {
      throw Refusal.input("/map", "import.map", Texts("به شکل «عنوان=فیلد» بنویسید.", "Write it as TITLE=FIELD."))
    }
    return (String(letters[..<sign]), String(letters[letters.index(after: sign)...]))
  }
}
