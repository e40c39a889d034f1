import Feature
import Jalali
import Values

// What leads on where it is not the input that stands in the way but the state of a thing: other input mends nothing then.
extension NextSteps {
  /// Whether a rule said no because of a state, and what leads to one of which it would not.
  ///
  /// - Returns: nil where no other state would have changed the answer.
  func standing(_ id: String, _ verdict: Verdict?, _ facts: Value?) throws -> [NextStep]? {
    guard let command, let verdict, let facts, let rule = registry.rules.first(where: { $0.id == id }) else { return nil }
    for machine in registry.rules.lazy.compactMap({ $0 as? any StateMachine.Type }) {
      guard let bar = try rule.stateBar(of: machine, facts, verdict.parameters.values, verdict.day) else { continue }
      return ways(of: machine, from: bar.state, to: bar.allowed, wanting: command.spec.texts) + seeing(machine.subjectEntity.object)
    }
    return nil
  }

  /// The row that a command was given shows where it stands.
  ///
  /// - Parameter object: of this entity; the row in the command's path where it is none of them.
  func seeing(_ object: String? = nil) -> [NextStep] {
    guard let command else { return [] }
    let field = object.flatMap(command.field(naming:)) ?? command.rowField
    guard let field, case .reference(let kind, _) = field.kind, let given = input[field.name],
      let name = try? publicName(of: given, kind)
    else { return [] }
    return [
      NextStep(
        Texts("ببینید اکنون کجا ایستاده است و چه راه‌هایی دارد.", "See where it stands now and what may come next."),
        command: NextSteps.show, input: [.init("code", .text(name))])
    ]
  }

  /// What stands against a step: the row it is on, else the list of what its module has.
  func whatIsThere() -> [NextStep] {
    let row = seeing()
    let list = registry.commands.first {
      $0.kind == .list && $0.spec.module == command?.spec.module && $0.pathFields.isEmpty && may($0.spec)
    }
    guard row.isEmpty, let list else { return row }
    return [
      NextStep(
        Texts(
          "در «\(list.spec.texts.fa)» ببینید چه چیزی از پیش هست؛ اگر هنوز لازم است مقداری دیگر بدهید.",
          "See in \(list.spec.texts.en.quoted) what is there already; if it is still wanted, give other values."),
        command: list.spec.name)
    ]
  }

  /// The console's word for any thing by its code.
  private static let show = "show"

  /// The code by which `show` finds a row within the reader's reach.
  private func publicName(of given: Value, _ kind: String) throws -> String? {
    guard let store, let row = try given.integer ?? given.string.flatMap({ try store.row(of: kind, named: $0) }),
      let name = try store.name(of: kind, row)
    else { return nil }
    return store.tables.layout(of: kind)?.entity.prefix == nil ? "\(kind)/\(row)" : name.code
  }

  /// The command once more, as it was typed. What is guarded is not repeated; the sentence says that it is missing.
  func again(_ texts: Texts) -> NextStep? {
    guard let command else { return nil }
    var kept: [Value.Member] = []
    var hidden: [Texts] = []
    for member in input.members where !member.value.isNull {
      guard let field = command.fields.first(where: { $0.name == member.name }) else { continue }
      if field.isRepeatable, !command.spec.handlesSecret {
        kept.append(.init(member.name, member.value.asSent))
      } else {
        hidden.append(field.label.en.isEmpty ? field.texts : field.label)
      }
    }
    let missing = Texts(
      hidden.isEmpty ? "" : " دوباره بنویسید: \(hidden.map(\.fa).joined(separator: "، ")).",
      hidden.isEmpty ? "" : " Write in again: \(hidden.map(\.en).joined(separator: ", ")).")
    return NextStep(
      Texts(texts.fa + missing.fa, texts.en + missing.en), command: command.spec.name, input: kept,
      roles: NextSteps.roles(of: command.spec))
  }
}

/// A state of which a rule says no, and those of which it would not.
struct StateBar {
  let state: String
  let allowed: Set<String>
}

extension Rule {
  /// Asks the rule again as if the thing stood elsewhere, everything else being equal.
  ///
  /// - Returns: nil where the facts have no state of this machine, or none would have changed the answer.
  static func stateBar<Machine: StateMachine>(
    of machine: Machine.Type, _ facts: Value, _ parameters: Value, _ day: JalaliDay
  ) throws -> StateBar? {
    let states = Machine.State.allCases.map { ChoiceText($0.rawValue, $0.texts) }
    guard let fields = try? Schema.fields(of: Facts.self),
      let field = fields.first(where: { if case .choice(states) = $0.kind { true } else { false } }),
      let state = facts[field.name]?.string
    else { return nil }
    let numbers = try ValueDecoder.decode(Parameters.self, from: parameters)
    var said: [String: Set<String>] = [:]
    for other in states.map(\.value) {
      let members = facts.members.map { $0.name == field.name ? Value.Member($0.name, .text(other)) : $0 }
      let told = try ValueDecoder.decode(Facts.self, from: .object(members))
      said[other] = Set(objections(to: told, under: numbers, on: day).map(\.code))
    }
    // What another state would take away, the present one brings.
    let bars = (said[state] ?? []).filter { code in said.values.contains { !$0.contains(code) } }
    guard !bars.isEmpty else { return nil }
    return StateBar(state: state, allowed: Set(said.filter { $0.value.isDisjoint(with: bars) }.keys))
  }
}

extension StateMachine {
  /// What it is the life of, its type forgotten.
  static var subjectEntity: any Entity.Type { Subject.self }
}

extension Field {
  /// Whether it may be said again: not what is guarded, and no contents of files.
  fileprivate var isRepeatable: Bool {
    if case .bytes = kind { return false }
    return guarding == .open
  }
}

extension Value {
  /// As an input is sent: a day as text, which has no Jalali twin that the command would not know.
  fileprivate var asSent: Value {
    switch self {
    case .day(let day): .text(day.text)
    case .list(let items): .list(items.map(\.asSent))
    case .object(let members): .object(members.map { .init($0.name, $0.value.asSent) })
    default: self
    }
  }
}
