import Feature
import Values

extension [Field] {
  /// The fields with what people call them, those of nested structs and lists included.
  ///
  /// - Parameter type: whose properties they are; its own words come before the module's general ones.
  func labelled<Declared>(by words: Words, in type: Declared.Type) -> [Field] { labelled(by: words, in: Schema.name(of: type)) }

  func labelled(by words: Words, in type: String) -> [Field] { map { $0.labelled(by: words, in: type) } }
}

extension Field {
  func labelled(by words: Words, in type: String) -> Field {
    var field = self
    switch kind {
    case .object(let parts): field = field.with(.object(parts.labelled(by: words, in: typeName)))
    case .list(let element): field = field.with(.list(element.labelled(by: words, in: type)))
    default: break
    }
    let label = words.label(of: name, in: type) ?? CommonWords.words.label(of: name, in: type)
    field.label = label ?? field.label
    if field.texts.en.isEmpty { field.texts = field.label }
    return field
  }
}
