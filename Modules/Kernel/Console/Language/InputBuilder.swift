import Engine
import Values

/// Puts words into a command's fields: by name, or one after the other.
struct InputBuilder {
  let command: CommandEntry

  init(_ command: CommandEntry) { self.command = command }

  struct Filled {
    var field: FieldEntry
    var text: String
    var isQuoted: Bool
  }

  /// - Throws: `Refusal` of kind `malformed`: an unknown field, one given twice, or a word too many.
  func assign(_ words: [Word]) throws -> [Filled] {
    var filled: [Filled] = []
    var loose: [Word] = []
    func fill(_ name: String, _ text: String, _ isQuoted: Bool) throws {
      guard let field = command.field(named: name) else { throw unknownField(name) }
      guard !filled.contains(where: { $0.field.name == field.name }) else {
        throw Refusal.input(
          "/" + field.name, "field.twice", Texts("این فیلد دو بار آمده است.", "This field is given twice."))
      }
      filled.append(Filled(field: field, text: text, isQuoted: isQuoted))
    }
    var left = words[...]
    while let word = left.popFirst() {
      if let option = word.option {
        if command.field(named: option) == nil { throw unknownField(option) }
        if word.name != nil {
          try fill(option, word.text, word.isQuoted)
        } else if let value = left.popValue() {
          try fill(option, value.whole, value.isQuoted)
        } else if command.field(named: option)?.kind == "bool" {
          try fill(option, "true", false)
        } else {
          throw Refusal.input(
            "/" + option, "field.required", Texts("پس از نام فیلد مقدار لازم است.", "The field's name needs a value."))
        }
      } else if let name = word.name {
        try fill(name, word.text, word.isQuoted)
      } else {
        loose.append(word)
      }
    }
    var open = command.positionalFields.filter { field in !filled.contains { $0.field.name == field.name } }[...]
    for word in loose {
      guard let field = open.popFirst() else { throw tooMany(word) }
      filled.append(Filled(field: field, text: word.text, isQuoted: word.isQuoted))
    }
    return filled
  }

  /// The input as JSON; what stays absent is for the other side to miss.
  ///
  /// - Throws: `Refusal` of kind `malformed` with all faults of what was typed, as the other side would tell them.
  func input(_ filled: [Filled]) throws -> Value {
    let given = filled.filter { !$0.text.isEmpty || $0.isQuoted }
    let fields = command.fields.filter { field in given.contains { $0.field.name == field.name } }
    let members = given.map { Value.Member($0.field.name, .text($0.text)) }
    return try Field.conform(.object(members), to: fields.map { Field($0) }, mode: .typed)
  }

  private func unknownField(_ name: String) -> Refusal {
    let known = command.fields.map(\.name)
    let near = Nearest.names(to: name, among: known)
    let named = known.isEmpty ? "∅" : (near.isEmpty ? known : near).joined(separator: ", ")
    return .input(
      "/" + name, "field.unknown",
      Texts("این فیلد شناخته نیست. فیلدها: \(named)", "This field is not known. Fields: \(named)"))
  }

  private func tooMany(_ word: Word) -> Refusal {
    .console(
      "too-many", "واژهٔ «\(word.text)» جایی ندارد؛ نام فیلد را بنویسید: field=value",
      "There is no place for \"\(word.text)\"; write the field's name: field=value")
  }
}

extension Field {
  /// The catalogue's field, for the reader of typed text: a console knows fields of modules it never heard of.
  init(_ entry: FieldEntry) { self.init(entry.name, FieldKind(entry), isOptional: entry.isOptional) }
}

extension FieldKind {
  fileprivate init(_ entry: FieldEntry) {
    switch entry.kind {
    case "choice": self = .choice(entry.choices ?? [])
    case "reference": self = .reference(object: entry.object ?? "", prefix: entry.prefix)
    case "list": self = .list(entry.parts?.first.map { Field($0) } ?? Field("", .text, isOptional: false))
    case "object": self = .object((entry.parts ?? []).map { Field($0) })
    // What a newer server calls otherwise goes over as it was typed, and the server judges it.
    default: self = FieldKind(plain: entry.kind) ?? .text
    }
  }
}
