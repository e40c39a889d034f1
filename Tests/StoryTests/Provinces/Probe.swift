import Engine
import Feature
import Values

/// A call with something of another province in it, and the same call with something that is nowhere.
struct Probe {
  let command: Command
  /// The field that points there, or all of them.
  let field: String
  let foreign: Value
  let nowhere: Value
}

/// Inputs for any declared command, made from its fields alone.
struct Prober {
  /// What stands in for a row of a kind, and which province is named.
  struct Pointer {
    let row: (_ object: String) -> Value?
    let province: String
  }

  let command: Command
  let own: Pointer
  let foreign: Pointer
  let nowhere: Pointer

  /// Each field that can point into another province, alone and all together.
  func probes() -> [Probe] {
    let pointing = command.fields.filter { Prober.points($0) }
    let groups = pointing.map { ($0.name, [$0]) } + (pointing.count > 1 ? [("all", pointing)] : [])
    return groups.compactMap { name, fields in
      guard let there = input(fields, foreign), let nowhere = input(fields, nowhere) else { return nil }
      return Probe(command: command, field: name, foreign: there, nowhere: nowhere)
    }
  }

  /// Required fields only, with rows of one's own; nil where there is none of a kind.
  func plain() -> Value? { input([], own) }

  /// The input with these fields pointing elsewhere.
  private func input(_ fields: [Field], _ elsewhere: Pointer) -> Value? {
    var members: [Value.Member] = []
    for field in command.fields {
      let isElsewhere = fields.contains { $0.name == field.name }
      guard isElsewhere || !field.isOptional else { continue }
      guard let value = sample(field, isElsewhere ? elsewhere : own) else { return nil }
      members.append(.init(field.name, value))
    }
    return .object(members)
  }

  /// Texts that name a thing of any module (`institutes.institute/12`) point too.
  private static func namesObject(_ field: Field) -> Bool { field.name == "object" }

  static func points(_ field: Field) -> Bool {
    switch field.kind {
    case .reference, .province: true
    case .text: namesObject(field)
    case .list(let element): points(element)
    case .object(let fields): fields.contains { points($0) }
    default: false
    }
  }

  private func sample(_ field: Field, _ pointer: Pointer) -> Value? {
    switch field.kind {
    case .bool: true
    case .int: field.name == "year" ? 1404 : 50
    case .text where Prober.namesObject(field):
      pointer.row("institutes.institute").map { $0.integer.map { .text("institutes.institute/\($0)") } ?? $0 }
    case .text, .code: "متن آزمون"
    case .day: "1405/05/01"
    case .rial: 1_000
    case .province: .text(pointer.province)
    case .nationalID: "0076229645"
    case .legalEntityID: "10380284790"
    case .iban: "IR580540105180021273113007"
    case .mobile: "09123456789"
    case .bytes: "AAAA"
    case .choice(let choices): choices.first.map { .text($0.value) }
    case .reference(let object, _): pointer.row(object)
    case .list(let element): sample(element, pointer).map { [$0] }
    case .object(let fields):
      .object(fields.compactMap { part in sample(part, pointer).map { .init(part.name, $0) } })
    }
  }
}
