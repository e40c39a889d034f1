import Persian

/// The one reader of text that a person typed: at the console, in a cell of a sheet, in an address, in a form.
///
/// It gives the value that a field of a kind wants. What it cannot read stays the text it was, so that the field's own
/// check says what is wrong, with the same words at every face. It goes by Unicode scalars: to a `Character` a comma with a
/// half-space behind it is no comma.
public enum TypedText {
  /// Digits of three scripts, grouped by threes or not at all, with or without a sign; nil for anything else.
  public static func wholeNumber(_ text: String) -> Int64? { PersianText.wholeNumber(text) }

  /// Yes or no in one of the words for it; nil for anything else.
  public static func truth(_ text: String) -> Bool? {
    let key = PersianText.searchKey(text)
    return yes.contains(key) ? true : no.contains(key) ? false : nil
  }

  /// The words by which a truth value is shown; both are read.
  public static func words(for truth: Bool) -> Texts { truth ? Texts("بله", "yes") : Texts("خیر", "no") }

  /// One of a closed list that is no field's, such as a setting: by its code or what people call it, as they write it;
  /// nil where none is meant.
  public static func choice<Named: CaseIterable & RawRepresentable>(_ text: String, of list: Named.Type) -> Named?
  where Named.RawValue == String {
    let key = PersianText.searchKey(text)
    return list.allCases.first { named in
      let texts = (named as? any Choice)?.texts
      return [named.rawValue, texts?.fa, texts?.en].contains { $0.map(PersianText.searchKey) == key }
    }
  }

  private static let yes: Set<String> = ["true", "yes", "y", "1", "بله", "بلی", "اری", "درست", "دارد", "هست"]
  private static let no: Set<String> = ["false", "no", "n", "0", "خیر", "نه", "نادرست", "ندارد", "نیست"]

  /// Whether nothing was typed. Free text is whatever it is.
  static func isNothing(_ given: Value, for kind: FieldKind) -> Bool {
    guard case .text(let text) = given else { return false }
    if case .text = kind { return false }
    return PersianText.trimmed(text).isEmpty
  }

  /// - Throws: `FieldFault` for text that means several things, `Refusal` for JSON text that cannot be read.
  static func value(_ given: Value, for kind: FieldKind) throws -> Value {
    guard case .text(let text) = given else { return given }
    let plain = PersianText.trimmed(text)
    switch kind {
    case .text, .code: return given
    case .int: return wholeNumber(plain).map(Value.int) ?? given
    case .rial: return try amount(plain) ?? given
    case .bool: return truth(plain).map(Value.bool) ?? given
    case .day: return .text(PersianText.stored(plain))
    case .province, .nationalID, .legalEntityID, .iban, .mobile, .bytes: return .text(plain)
    case .choice(let choices): return try choice(plain, choices)
    // Only the type knows whether digits are a row's number or a name, such as a national ID.
    case .reference(_, let prefix):
      // Most addresses hold a number as machines write it: there is nothing to fold in it.
      let folded = isDigits(plain) ? plain : foldedCode(plain)
      let isPlainDigits = isDigits(folded)
      if prefix == nil || !isPlainDigits, let number = wholeNumber(plain) { return .int(number) }
      return .text(isPlainDigits ? folded : code(plain, prefix) ?? plain)
    case .list(let element): return try list(plain, of: element.kind)
    case .object: return plain.hasPrefix("{") ? try JSONReader.read(Array(plain.utf8)) : given
    }
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whole rials, also with the word behind them; nil for what is none.
  private static func amount(_ text: String) throws -> Value? {
    do throws(FormatFault) {
      return .int(try Rial(parsing: text).amount)
    } catch {
      // Toman would be read as a tenth: this must be told as what it is.
      if error.code == FormatFault.toman.code { throw FieldFault("", error.code, Texts(error.fa, error.en)) }
      return nil
    }
  }

  /// A choice by its code, else by its name in either language or by words of it («شهری» of «محلهٔ شهری»), as far as only
  /// one is called so.
  private static func choice(_ text: String, _ choices: [ChoiceText]) throws -> Value {
    if choices.contains(where: { $0.value == text }) { return .text(text) }
    let key = PersianText.searchKey(text)
    func names(_ choice: ChoiceText) -> [String] { [choice.value, choice.texts.fa, choice.texts.en].map(PersianText.searchKey) }
    var meant = choices.filter { names($0).contains(key) }
    if meant.isEmpty, key.unicodeScalars.count > 2 {
      let words = Set(key.split(separator: " "))
      meant = choices.filter { names($0).contains { words.isSubset(of: $0.split(separator: " ")) } }
    }
    guard meant.count > 1, !key.isEmpty else { return .text(meant.first?.value ?? text) }
    let codes = meant.map(\.value).joined(separator: ", ")
    throw FieldFault(
      "", "field.choice",
      Texts("«\(text)» نام چند گزینه است؛ کد آن را بنویسید: \(codes)", "Several choices are called \"\(text)\"; write the code: \(codes)"))
  }

  /// The code of a row, as it is stored; nil for another text, which the field itself may know.
  private static func code(_ text: String, _ prefix: String?) -> String? {
    let code = foldedCode(text)
    return prefix.flatMap { code.hasPrefix($0 + "-") ? code : nil }
  }

  /// Items between commas of either script or semicolons, or a JSON list; a list of objects or lists is JSON only.
  private static func list(_ text: String, of kind: FieldKind) throws -> Value {
    if text.hasPrefix("[") { return try JSONReader.read(Array(text.utf8)) }
    switch kind {
    case .list, .object: return text.hasPrefix("{") ? try JSONReader.read(Array(text.utf8)) : .text(text)
    default:
      let parts = text.unicodeScalars.split { $0 == "," || $0 == "،" || $0 == ";" }
      return .list(parts.map { PersianText.trimmed(String($0)) }.filter { !$0.isEmpty }.map(Value.text))
    }
  }
}
