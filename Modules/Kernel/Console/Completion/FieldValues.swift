import Persian
import Engine
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
