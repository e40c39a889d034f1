import Engine
import Feature
import Values

/// Whether an answer has the members that its declaration says, and no others.
enum AnswerShape {
  static func faults(_ answer: Value, of command: Command) -> [String] {
    guard command.kind == .list else { return faults(answer, command.answer, "") }
    let names = answer.members.map(\.name)
    return (names == ["items", "next"] ? [] : ["page: \(names)"])
      + (answer["items"]?.items ?? []).flatMap { faults($0, command.answer, "/items") }
  }

  static func faults(_ value: Value, _ fields: [Field], _ place: String) -> [String] {
    guard case .object(let members) = value else { return ["\(place): no object"] }
    var found: [String] = []
    let twins = fields.flatMap(beside)
    for member in members where !fields.contains(where: { $0.name == member.name }) && !twins.contains(member.name) {
      found.append("\(place)/\(member.name): not declared")
    }
    for field in fields {
      guard let part = value[field.name] else {
        found.append("\(place)/\(field.name): missing")
        continue
      }
      found += faults(part, field.kind, "\(place)/\(field.name)", isOptional: field.isOptional || field.guarding == .secret)
    }
    return found
  }

  /// Members that say more about a field: a day in Jalali, what a row is called.
  private static func beside(_ field: Field) -> [String] {
    switch field.kind {
    case .day: [JSONWriter.twin(of: field.name)]
    case .reference where field.name == "id": ["code"]
    case .reference, .code: [ReferenceName.member(beside: field.name)]
    case .list(let element): if case .reference = element.kind { [ReferenceName.member(beside: field.name)] } else { [] }
    default: []
    }
  }

  private static func faults(_ value: Value, _ kind: FieldKind, _ place: String, isOptional: Bool) -> [String] {
    if value == .null { return isOptional ? [] : ["\(place): null"] }
    switch kind {
    case .object(let fields): return faults(value, fields, place)
    case .list(let element):
      guard case .list(let items) = value else { return ["\(place): no list"] }
      return items.flatMap { faults($0, element.kind, place + "/-", isOptional: element.isOptional) }
    default: return value.members.isEmpty && value.items.isEmpty ? [] : ["\(place): no plain value"]
    }
  }
}
