import Values

/// A value for each kind of field, as a client would send it. A test sends every one of them.
enum Examples {
  /// The fields that an input must have, and those that its declaration gives an example for.
  static func input(_ fields: [Field], _ known: [String: String] = [:]) -> Value {
    .object(
      fields.filter { !$0.isOptional || known[$0.name] != nil }.map { field in
        .init(field.name, known[field.name].map { given($0, for: field) } ?? value(field))
      })
  }

  /// An example of a declaration; that of a list or an object is JSON.
  private static func given(_ example: String, for field: Field) -> Value {
    switch field.kind {
    case .list, .object: (try? JSONReader.read(Array(example.utf8))) ?? .text(example)
    default: .text(example)
    }
  }

  static func value(_ field: Field) -> Value {
    switch field.kind {
    case .bool: true
    case .int: field.name.lowercased().hasSuffix("year") ? 1404 : 3
    case .rial: 6_000_000
    case .text, .code: "متن"
    case .bytes: "00ff"
    case .day: "1405/01/01"
    case .province: "IR-27"
    case .nationalID: "0076229645"
    case .legalEntityID: "10380284790"
    case .iban: "IR580540105180021273113007"
    case .mobile: "09123456789"
    case .choice(let choices): choices.first.map { .text($0.value) } ?? .null
    case .reference(_, let prefix): prefix.map { .text($0 == "ST" ? "ST-IR-1402-0001" : "\($0)-27-1403-0001") } ?? 1
    case .list(let element): .list([value(element)])
    case .object(let fields): input(fields)
    }
  }
}
