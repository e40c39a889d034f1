import Feature
import Persian
import Values

/// What may come next for a thing, for the asker.
struct CaseSteps {
  let reader: CaseReader
  let row: CaseRow

  func steps() throws -> [ShownCase.Step] {
    guard let state = row.stateCode else { return [] }
    return try row.kind.ways.filter { $0.from.contains(state) }.map { try step($0) }
  }

  private func step(_ way: CaseKind.Way) throws -> ShownCase.Step {
    let command = way.action.flatMap { reader.index.action($0) }
    var step = ShownCase.Step(
      move: CaseLabel(way.move.value, way.move.texts), to: way.to.map { row.kind.state($0) },
      action: command.map { CaseLabel($0.spec.id, $0.spec.texts) }, isAwaited: row.awaits(way), isPermitted: false,
      about: try about(command?.spec.id),
      roles: (command?.spec.permission.holders ?? []).filter { row.takers(of: way)?.contains($0.id) ?? true }
        .map { CaseLabel($0.id, $0.texts) }, isTried: false, needs: [], against: [])
    guard let command, let scope = reader.principal.scope(for: command.spec.permission)?.scope,
      scope.shows(province: row.province?.code, county: row.county), row.isFor(reader.principal, way)
    else { return step }
    step.isPermitted = true
    let (input, needs) = filled(command, way)
    step.needs = needs.map { CaseLabel($0.name, $0.label.en.isEmpty ? $0.texts : $0.label) }
    let hands = CaseHands(reader: reader)
    let apart = try hands.apart(way, of: row, scope)
    let touched = try hands.touched(among: apart)
    if let own = apart.first(where: touched.contains) { step.against.append(try hands.bar(on: own, of: row, way, command)) }
    guard needs.isEmpty, !command.isSlow, step.against.isEmpty else { return step }
    step.isTried = true
    step.against = try trial(command, input, scope)
    return step
  }

  /// What stands against a step of the asker, whose hands are free; nothing where more has to be written than the thing.
  func against(_ way: CaseKind.Way) throws -> [ShownCase.Point] {
    guard let command = way.action.flatMap(reader.index.action), !command.isSlow,
      let scope = reader.principal.scope(for: command.spec.permission)?.scope
    else { return [] }
    let (input, needs) = filled(command, way)
    return needs.isEmpty ? try trial(command, input, scope) : []
  }

  /// What an action takes that does not take the row: the codes of what the row refers to, in the order in which they are
  /// typed; nil where it takes the row.
  func about(_ action: String?) throws -> String? {
    guard let command = action.flatMap(reader.index.action), command.field(naming: row.kind.object) == nil else { return nil }
    let needed = command.pathInputs + command.otherInputs.filter { !$0.isOptional }
    let eyes = reader.widestEyes
    var codes: [String] = []
    for field in needed {
      guard let thing = row.thing(for: field) else { break }
      if let code = try eyes.name(of: thing.kind, thing.number)?.code { codes.append(code) }
    }
    return codes.isEmpty ? nil : codes.joined(separator: " ")
  }

  /// The input as far as the thing itself gives it, and the fields that somebody has to write.
  private func filled(_ command: Command, _ way: CaseKind.Way) -> (input: Value, needs: [Field]) {
    var members: [Value.Member] = []
    var needs: [Field] = []
    let own = command.field(naming: row.kind.object)?.name
    for field in command.fields where !field.isOptional {
      if field.name == own {
        members.append(.init(field.name, .int(row.id)))
      } else if own == nil, let thing = row.thing(for: field) {
        members.append(.init(field.name, thing.value))
      } else if way.to.count == 1, let end = way.to.first, isStateField(field, end) {
        members.append(.init(field.name, .text(end)))
      } else {
        needs.append(field)
      }
    }
    return (.object(members), needs)
  }

  /// Whether a field asks where the step leads.
  private func isStateField(_ field: Field, _ end: String) -> Bool {
    guard case .choice(let asked) = field.kind, asked.contains(where: { $0.value == end }),
      case .choice(let states)? = row.kind.fields.first(where: { $0.name == "state" })?.kind
    else { return false }
    return asked == states
  }

  private func trial(_ command: Command, _ input: Value, _ scope: Scope) throws -> [ShownCase.Point] {
    guard case .action(let make) = command.body else { return [] }
    do {
      let call = try make(try Field.conform(input, to: command.fields, mode: .strict))
      _ = try call.perform(in: TrialTransaction(reader.store.seen(with: scope)))
      return []
    } catch is TrialTransaction.WouldWrite {
      return []
    } catch let refusal as Refusal {
      return ShownCase.Point.all(of: refusal)
    }
  }
}

extension CaseRow {
  /// What the row gives for a field of an action: what it refers to, or the thing that it names under the same name.
  fileprivate func thing(for field: Field) -> (kind: String, number: Int64, value: Value)? {
    if case .reference(let object, _) = field.kind { return number(of: object).map { (object, $0, .int($0)) } }
    guard let own = kind.fields.first(where: { $0.name == field.name }), case .code(ThingName.anyKind) = own.kind,
      let text = values[field.name]?.string, case .row(let object, let number)? = ObjectName(text)
    else { return nil }
    return (object, number, .text(text))
  }
}

extension ShownCase.Point {
  static func all(of refusal: Refusal) -> [Self] {
    let rule = refusal.rule?["id"]?.string
    guard !refusal.faults.isEmpty else {
      return [Self(code: refusal.code, rule: rule, fa: refusal.texts.fa, en: refusal.texts.en)]
    }
    return refusal.faults.map { Self(code: $0.code, rule: rule, fa: $0.texts.fa, en: $0.texts.en) }
  }
}
