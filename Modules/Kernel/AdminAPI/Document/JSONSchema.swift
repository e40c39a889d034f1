import Values

/// JSON Schema 2020-12 of declared fields.
enum JSONSchema {
  /// - Parameter input: outputs may grow and give each date a Jalali twin; inputs refuse unknown names.
  static func object(_ fields: [Field], input: Bool) -> Value {
    var properties: [Value.Member] = []
    for one in fields {
      properties.append(.init(one.name, field(one, input: input)))
      if !input, case .day = one.kind {
        properties.append(.init(one.name + "Jalali", .record(["type": "string", "examples": .list(["1405/01/01"])])))
      }
    }
    let required = fields.filter { !$0.isOptional }.map { Value.text($0.name) }
    var members: [Value.Member] = [.init("type", "object"), .init("properties", .object(properties))]
    if !required.isEmpty { members.append(.init("required", .list(required))) }
    if input { members.append(.init("additionalProperties", false)) }
    return .object(members)
  }

  static func field(_ field: Field, input: Bool) -> Value {
    var members = shape(field, input: input)
    if field.isOptional || field.guarding == .secret, !input, let first = members.first, case .text(let type) = first.value,
      first.name == "type"
    {
      members[0] = .init("type", .list([.text(type), "null"]))
    }
    let texts = [field.texts.en, field.texts.fa].filter { !$0.isEmpty }
    if !texts.isEmpty { members.append(.init("description", .text(texts.joined(separator: " · ")))) }
    return .object(members)
  }

  private static func shape(_ field: Field, input: Bool) -> [Value.Member] {
    func text(_ example: String) -> [Value.Member] {
      [.init("type", "string"), .init("examples", .list([.text(example)]))]
    }
    switch field.kind {
    case .bool: return [.init("type", "boolean"), .init("examples", .list([true]))]
    case .int: return [.init("type", "integer"), .init("examples", .list([1405]))]
    case .rial: return [.init("type", "integer"), .init("examples", .list([6_000_000]))]
    case .text: return text("متن")
    case .bytes: return text("00ff")
    case .day: return text(input ? "1405/01/01" : "2026-03-21")
    case .province: return text("IR-27")
    case .nationalID: return text("0076229645")
    case .legalEntityID: return text("10380284790")
    case .iban: return text("IR580540105180021273113007")
    case .mobile: return text("09123456789")
    case .choice(let choices):
      let values = choices.map { Value.text($0.value) }
      return [.init("type", "string"), .init("enum", .list(values)), .init("examples", .list(Array(values.prefix(1))))]
    case .reference(_, let prefix):
      guard input, let prefix else { return [.init("type", "integer"), .init("examples", .list([12]))] }
      return [.init("type", .list(["integer", "string"])), .init("examples", .list([.text("\(prefix)-27-1405-0012")]))]
    case .list(let element):
      return [.init("type", "array"), .init("items", JSONSchema.field(element, input: input))]
    case .object(let fields): return object(fields, input: input).members
    }
  }
}
