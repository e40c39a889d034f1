import Values

extension TableSheet.Column {
  /// The value of a property as its column holds it. Lists and structs become JSON text; secrets are sealed elsewhere.
  func stored(_ value: Value) -> Value {
    switch value {
    case .list, .object: .text(JSONWriter.text(value, showsSecrets: true))
    case .personal(let inner): inner
    default: value
    }
  }

  /// The other way round.
  func loaded(_ raw: Value) throws -> Value {
    switch (kind, raw) {
    case (.bool, .int(let number)): .bool(number != 0)
    case (.list, .text(let text)), (.object, .text(let text)): try JSONReader.read(Array(text.utf8))
    default: raw
    }
  }
}
