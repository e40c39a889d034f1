import Feature
import Ledger
import Values

// What leads on after a rule said no: the machine's other ways, another pair of hands, or better facts.
extension NextSteps {
  func steps(afterRule id: String) throws -> [NextStep] {
    let verdict = work?.verdicts.last { $0.rule == id && !$0.objections.isEmpty }
    let facts = try verdict.map { try JSONReader.read($0.factsText) }
    if id == SeparationOfDuties.id, let object = facts?["object"]?.string { return try otherHands(object) }
    if let machine = registry.rules.lazy.compactMap({ $0 as? any StateMachine.Type }).first(where: { $0.id == id }),
      let from = facts?["from"]?.string, let move = facts?["move"]?.string
    {
      let goals = machine.origins(of: move)
      let wanted = machine.texts(ofMove: move) ?? Texts(move, move)
      let steps =
        machine.ends(of: move).contains(from)
        ? [done(wanted, machine, from)] : ways(of: machine, from: from, to: goals, wanting: wanted)
      return steps + seeing(machine.subjectEntity.object)
    }
    if let steps = try standing(id, verdict, facts) { return steps + explaining(id) }
    return mending() + explaining(id)
  }

  /// The command once more, with other facts.
  private func mending() -> [NextStep] {
    guard let command else { return [] }
    let step = again(
      Texts(
        "آنچه ایرادها می‌گویند فراهم یا درست کنید و «\(command.spec.texts.fa)» را دوباره بفرستید.",
        "Supply or mend what the objections name, then send \(command.spec.texts.en.quoted) again."))
    return step.map { [$0] } ?? []
  }

  // MARK: Separation of duties

  /// Which step of this person stands in the way, which is refused, and who may take it instead.
  private func otherHands(_ object: String) throws -> [NextStep] {
    guard let command, let store else { return [] }
    let act = try store.ownAct(on: object)
    let done = act.map { registry.command($0.act)?.spec.texts ?? Texts($0.act, $0.act) }
    let entity = object.prefix { $0 != "/" }
    let own = command.rowField.map { if case .reference(let row, _) = $0.kind { row == entity } else { false } } ?? false
    let what = own ? nil : registry.entities.first { $0.object == entity }.map { Texts($0.fa, $0.en) }
    let bar = NextStep(OwnAct.bar(act, done: done, on: what, wanted: command.spec.texts))
    let touched = try store.connection.privileged("SELECT DISTINCT actor FROM main.audit_ix WHERE obj=?").bind([.text(object)]).all()
    let authors = try touched.compactMap { $0[0].string }.filter { try store.firstAct(of: $0, on: object) != nil }
    let others = Set(authors + [principal.id])
    let roles = NextSteps.roles(of: command.spec)
    let people = try colleagues(for: command.spec, without: others)
    let ask = NextSteps.asking(roles, people, province)
    return [
      bar,
      NextStep(
        Texts(
          ask.fa + " هر کس این مورد را پیش‌تر تهیه یا ویرایش کرده باشد نیز نمی‌تواند.",
          ask.en + " Anybody who prepared or edited it earlier is barred as well."),
        command: command.spec.name, input: row(for: command), roles: roles),
    ]
  }

  // MARK: State machines

  /// - Parameters:
  ///   - goals: states in which what was wanted is possible.
  ///   - wanted: what was wanted, as people call it.
  func ways(of machine: any StateMachine.Type, from: String, to goals: Set<String>, wanting wanted: Texts) -> [NextStep] {
    var steps: [NextStep] = []
    if let road = machine.road(from: from, to: goals), let first = road.first {
      let names = road.map(\.texts)
      steps.append(
        step(
          first,
          Texts(
            "برای «\(wanted.fa)» نخست باید این بشود: \(names.map { "«\($0.fa)»" }.joined(separator: "، سپس ")).",
            "Before \(wanted.en.quoted) this must happen: \(names.map(\.en.quoted).joined(separator: ", then ")).")))
    }
    for way in machine.waysOn(from: from) where way.action?.spec.name != steps.first?.command || way.action == nil {
      steps.append(step(way, Texts("از این حالت «\(way.texts.fa)» ممکن است.", "\(way.texts.en.quoted) is possible from here.")))
    }
    guard steps.isEmpty else { return steps }
    let state = machine.texts(ofState: from) ?? Texts(from, from)
    return [
      NextStep(
        Texts(
          "حالت \(machine.subjectEntity.texts.fa) «\(state.fa)» است و از آن راهی نیست؛ «\(wanted.fa)» تنها برای موردی تازه ممکن است.",
          "The state of the \(machine.subjectEntity.texts.en) is \(state.en.quoted) and no step leads on from there; \(wanted.en.quoted) is possible for another one only."
        ))
    ]
  }

  /// The thing stands where the step would have led: nothing has to be taken back so that it can be done twice.
  private func done(_ wanted: Texts, _ machine: any StateMachine.Type, _ state: String) -> NextStep {
    let (what, state) = (machine.subjectEntity.texts, machine.texts(ofState: state) ?? Texts(state, state))
    return NextStep(
      Texts(
        "«\(wanted.fa)» پیش‌تر انجام شده است: حالت \(what.fa) «\(state.fa)» است.",
        "\(wanted.en.quoted) is done already: the state of the \(what.en) is \(state.en.quoted)."))
  }

  private func step(_ way: Way, _ texts: Texts) -> NextStep {
    guard let spec = way.action?.spec else {
      return NextStep(
        Texts(texts.fa + " این گام خود به خود یا با کار دیگری می‌آید.", texts.en + " It comes by the date or by another step."))
    }
    let roles = NextSteps.roles(of: spec)
    return NextStep(
      Texts(
        texts.fa + " با: \(roles.map(\.texts.fa).joined(separator: "، ")).",
        texts.en + " By: \(roles.map(\.texts.en).joined(separator: ", "))."),
      command: spec.name, input: registry.command(spec.id).map(row) ?? [], roles: roles)
  }
}

/// One way out of a state, its types forgotten.
struct Way {
  let texts: Texts
  let action: (any Action.Type)?
}

extension StateMachine {
  static func texts(ofMove move: String) -> Texts? { Move(rawValue: move)?.texts }
  static func texts(ofState state: String) -> Texts? { State(rawValue: state)?.texts }

  /// Where a move is possible.
  static func origins(of move: String) -> Set<String> {
    Set(transitions.filter { $0.move.rawValue == move }.flatMap(\.from).map(\.rawValue))
  }

  /// Where a move may lead.
  static func ends(of move: String) -> Set<String> {
    Set(transitions.filter { $0.move.rawValue == move }.flatMap(\.to).map(\.rawValue))
  }

  /// What the record waits for in this state; what is possible at any time where it waits for nothing.
  static func waysOn(from: String) -> [Way] {
    let lines = transitions.filter { line in line.from.contains { $0.rawValue == from } }
    let awaited = lines.filter { $0.role == .awaited }
    return (awaited.isEmpty ? lines : awaited).map(Self.way)
  }

  /// The fewest steps to one of these states, by ways the record waits for; one that is possible at any time, such as a
  /// resumption, begins the road only where no other leads there. Nil when it stands there already, or never will.
  static func road(from: String, to goals: Set<String>) -> [Way]? {
    guard !goals.contains(from) else { return nil }
    if let plain = awaitedRoad(from: from, to: goals) { return plain }
    let detours = transitions.filter { $0.role == .exceptional && $0.from.contains { $0.rawValue == from } }.flatMap { line in
      line.to.compactMap { end in awaitedRoad(from: end.rawValue, to: goals).map { [Self.way(line)] + $0 } }
    }
    return detours.min { $0.count < $1.count }
  }

  /// Breadth first, over the ways that the record waits for.
  private static func awaitedRoad(from: String, to goals: Set<String>) -> [Way]? {
    guard !goals.contains(from) else { return [] }
    let awaited = transitions.filter { $0.role == .awaited }
    var known: Set<String> = [from]
    var roads: [(state: String, steps: [Way])] = [(from, [])]
    while !roads.isEmpty {
      var longer: [(state: String, steps: [Way])] = []
      for road in roads {
        for line in awaited where line.from.contains(where: { $0.rawValue == road.state }) {
          for end in line.to.map(\.rawValue) where known.insert(end).inserted {
            let steps = road.steps + [Self.way(line)]
            if goals.contains(end) { return steps }
            longer.append((end, steps))
          }
        }
      }
      roads = longer
    }
    return nil
  }

  private static func way(_ line: Transition<State, Move>) -> Way {
    Way(texts: line.move.texts, action: line.action)
  }
}
