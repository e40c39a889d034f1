import Persian
import Engine
import Values

/// Typed text as the value its field wants. What does not fit passes as text: the other side says what is wrong.
enum TypedValue {
  /// - Throws: `Refusal` of kind `malformed` for JSON text that cannot be read.
  static func read(_ text: String, isQuoted: Bool, as field: FieldEntry) throws -> Value {
    if text.isEmpty, !isQuoted { return .null }
    switch field.kind {
    case "int", "rial": return number(text).map(Value.int) ?? .text(text)
    case "bool": return flag(text).map(Value.bool) ?? .text(text)
    case "day": return .text(PersianText.asciiDigits(text))
    case "province": return .text((try? Province(parsing: text))?.code ?? text)
    case "reference": return reference(text)
    case "choice": return .text(choice(text, field.choices ?? []))
    case "list": return try list(text, field)
    case "object": return try json(text, field)
    default: return .text(text)
    }
  }

  private static func number(_ text: String) -> Int64? {
    let signs: Set<Character> = [",", "٬", "_", " "]
    return Int64(PersianText.asciiDigits(text).filter { !signs.contains($0) })
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "1", "بله", "آری", "درست": true
    case "false", "no", "0", "خیر", "نه", "نادرست": false
    default: nil
    }
  }

  private static func reference(_ text: String) -> Value {
    let plain = PersianText.asciiDigits(text)
    if let row = Int64(plain) { return .int(row) }
    return .text(plain)
  }

  /// A choice may be typed by its name in either language.
  private static func choice(_ text: String, _ choices: [ChoiceText]) -> String {
    if choices.contains(where: { $0.value == text }) { return text }
    let key = PersianText.searchKey(text)
    return choices.first { [$0.value, $0.texts.fa, $0.texts.en].map(PersianText.searchKey).contains(key) }?.value
      ?? text
  }

  private static func list(_ text: String, _ field: FieldEntry) throws -> Value {
    if text.hasPrefix("[") { return try json(text, field) }
    let parts = text.split { $0 == "," || $0 == "،" || $0 == ";" }
    guard let element = field.parts?.first else { return .list(parts.map { .text(String($0).trimmed) }) }
    return .list(try parts.map { try read(String($0).trimmed, isQuoted: true, as: element) })
  }

  private static func json(_ text: String, _ field: FieldEntry) throws -> Value {
    do {
      return try JSONReader.read(Array(text.utf8))
    } catch var refusal as Refusal {
      refusal.faults = refusal.faults.map { fault in
        FieldFault("/" + field.name + fault.pointer, fault.code, fault.texts)
      }
      throw refusal
    }
  }
}
