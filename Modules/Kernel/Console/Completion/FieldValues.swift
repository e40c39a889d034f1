import Engine
import Persian
import Values

/// A value with the names people know it by.
struct NamedValue {
  var value: String
  var names: [String] = []

  var label: String { names.isEmpty ? value : ([value] + names).joined(separator: " ") }

  func matches(_ typed: String) -> Bool {
    if typed.isEmpty || value.lowercased().hasPrefix(typed.lowercased()) { return true }
    let key = PersianText.searchKey(typed)
    return !key.isEmpty && names.contains { PersianText.searchKey($0).hasPrefix(key) }
  }
}

enum FieldValues {
  /// What the console knows of a field's values without asking.
  static func known(for field: FieldEntry, codes: SeenCodes) -> [NamedValue] {
    switch field.kind {
    case "bool": [NamedValue(value: "true"), NamedValue(value: "false")]
    case "choice": (field.choices ?? []).map { NamedValue(value: $0.value, names: [$0.texts.fa, $0.texts.en]) }
    case "province": Province.all.map { NamedValue(value: $0.code, names: [$0.en, $0.fa]) }
    case "reference": codes.codes(prefix: field.prefix).map { NamedValue(value: $0) }
    case "list": field.parts?.first.map { known(for: $0, codes: codes) } ?? []
    default: []
    }
  }
}

/// Short codes (`GR-27-1405-0012`) that answers of this session showed.
struct SeenCodes {
  static let most = 500

  private var newestLast: [String] = []
  private var known: Set<String> = []

  mutating func learn(from value: Value) {
    switch value {
    case .text(let text): if SeenCodes.isCode(text) { add(text) }
    case .list(let items): for item in items { learn(from: item) }
    case .object(let members): for member in members { learn(from: member.value) }
    default: break
    }
  }

  private mutating func add(_ code: String) {
    guard known.insert(code).inserted else { return }
    newestLast.append(code)
    if newestLast.count > SeenCodes.most { known.remove(newestLast.removeFirst()) }
  }

  /// Newest first; all of them for a nil prefix.
  func codes(prefix: String?) -> [String] {
    newestLast.reversed().filter { code in prefix.map { code.hasPrefix($0 + "-") } ?? true }
  }

  /// Two to four capital letters, then groups of digits, between dashes.
  static func isCode(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 2, let letters = parts.first, (2...4).contains(letters.count) else { return false }
    return letters.allSatisfy { (0x41...0x5A).contains($0) }
      && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
