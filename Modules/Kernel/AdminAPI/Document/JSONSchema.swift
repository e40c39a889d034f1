import Values

/// JSON Schema 2020-12 of declared fields.
enum JSONSchema {
  /// - Parameter input: outputs may grow and give each date a Jalali twin; inputs refuse unknown names.
  static func object(_ fields: [Field], input: Bool) -> Value {
    var properties: [Value.Member] = []
    for one in fields {
      properties.append(.init(one.name, field(one, input: input, isNullable: one.isOptional || one.guarding == .secret && !input)))
      if !input, case .day = one.kind {
        let twin = Value.record(
          ["type": "string", "pattern": "^[0-9]{4}/[0-9]{2}/[0-9]{2}$", "examples": .list(["1405/01/01"])])
        properties.append(.init(JSONWriter.twin(of: one.name), twin))
      }
      if !input { properties += called(one, among: fields) }
    }
    let required = fields.filter { !$0.isOptional }.map { Value.text($0.name) }
    var members: [Value.Member] = [.init("type", "object"), .init("properties", .object(properties))]
    if !required.isEmpty { members.append(.init("required", .list(required))) }
    if input { members.append(.init("additionalProperties", false)) }
    return .object(members)
  }

  /// What stands beside the number of a row: the code of the row itself, code and name of another.
  private static func called(_ field: Field, among fields: [Field]) -> [Value.Member] {
    let name: Value = .record([
      "type": "object",
      "properties": .record([
        "code": .record(["type": "string"]), "name": .record(["type": .list(["string", "null"])]),
      ]), "required": .list(["code", "name"]),
    ])
    switch field.kind {
    case .reference where field.name == "id":
      return fields.contains { $0.name == "code" } ? [] : [.init("code", .record(["type": "string"]))]
    case .reference, .code: return [.init(ReferenceName.member(beside: field.name), name)]
    case .list(let element):
      guard case .reference = element.kind else { return [] }
      return [.init(ReferenceName.member(beside: field.name), .record(["type": "array", "items": name]))]
    default: return []
    }
  }

  /// - Parameter isNullable: a member may be given as `null` instead of being left out; a parameter of a query may not.
  static func field(_ field: Field, input: Bool, isNullable: Bool = false) -> Value {
    var members = shape(field, input: input)
    if isNullable { members = members.map(orNull) }
    let texts = [field.texts.en, field.texts.fa].filter { !$0.isEmpty }
    if !texts.isEmpty { members.append(.init("description", .text(texts.joined(separator: " · ")))) }
    return .object(members)
  }

  private static func orNull(_ member: Value.Member) -> Value.Member {
    switch (member.name, member.value) {
    case ("type", .text(let type)): .init("type", .list([.text(type), "null"]))
    case ("type", .list(let types)): .init("type", .list(types + ["null"]))
    case ("enum", .list(let choices)): .init("enum", .list(choices + [.null]))
    default: member
    }
  }

  /// The body of a request, with an example.
  static func body(_ fields: [Field], _ known: [String: String] = [:]) -> Value {
    .record([
      "required": .bool(fields.contains { !$0.isOptional }),
      "content": .record([
        "application/json": .record(["schema": object(fields, input: true), "example": Examples.input(fields, known)])
      ]),
    ])
  }

  private static func shape(_ field: Field, input: Bool) -> [Value.Member] {
    func typed(_ type: Value, _ more: [Value.Member] = []) -> [Value.Member] {
      [.init("type", type)] + more + (input ? [.init("examples", .list([Examples.value(field)]))] : [])
    }
    switch field.kind {
    case .bool: return typed("boolean")
    case .int, .rial:
      return typed("integer", input ? [.init("minimum", -9_007_199_254_740_991), .init("maximum", 9_007_199_254_740_991)] : [])
    case .text: return typed("string", input ? [.init("maxLength", .int(Int64(field.mostScalars ?? field.longestText)))] : [])
    case .day: return typed("string", input ? [] : [.init("format", "date")])
    case .province: return typed("string", input ? [] : [.init("pattern", "^IR-[0-9]{2}$")])
    case .code, .bytes, .nationalID, .legalEntityID, .iban, .mobile: return typed("string")
    case .choice(let choices): return typed("string", [.init("enum", .list(choices.map { .text($0.value) }))])
    case .reference(_, let prefix):
      return typed(input && prefix != nil ? .list(["integer", "string"]) : "integer")
    case .list(let element):
      return [.init("type", "array"), .init("items", JSONSchema.field(element, input: input))]
    case .object(let fields): return object(fields, input: input).members
    }
  }
}
