import Values

/// What `\set` keeps; `:name` as a whole value stands for it.
struct Variables {
  private(set) var values: [String: String] = [:]

  mutating func set(_ name: String, to value: String?) throws {
    guard Variables.isName(name[...]) else {
      throw Refusal.console(
        "variable-name", "نام متغیر باید حروف لاتین باشد.", "A variable's name is made of Latin letters.")
    }
    values[name] = value
  }

  /// - Throws: `Refusal` of kind `malformed`, code `console.variable`, for a name that was never set.
  func expand(_ words: [Word]) throws -> [Word] {
    try words.map { word in
      guard !word.isQuoted, word.text.hasPrefix(":"), Variables.isName(word.text.dropFirst()) else { return word }
      let name = String(word.text.dropFirst())
      guard let value = values[name] else {
        throw Refusal.console(
          "variable", "متغیر «\(name)» تعیین نشده است؛ \\set \(name) …",
          "The variable \"\(name)\" is not set: \\set \(name) …")
      }
      var expanded = word
      (expanded.text, expanded.isQuoted) = (value, true)
      return expanded
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789_".contains(Character($0)))
    }
  }
}
