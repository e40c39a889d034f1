/// A record that has a state, which only its machine changes: `work.move(&row, by: .accept)`.
public protocol StatefulRecord: Record {
  /// Its life.
  associatedtype Machine: StateMachine where Machine.Subject == Of
  /// Where it stands.
  var state: Machine.State { get set }
}

/// A record whose state no column holds: it follows from the row it belongs to, whose machine takes the steps and refuses
/// them. Its own machine gives the diagram, the words and the steps that exist.
public protocol DerivedStateRecord: Record {
  /// Its life.
  associatedtype Machine: StateMachine where Machine.Subject == Of
  /// The state of a row in SQL over its columns, the row being called `t`.
  static var standing: StaticString { get }
}

/// The life of a record as a table. It is a rule: every move leaves its verdict, with the facts `{from, move, to}`.
///
/// From the table come the refusal of an illegal step, the diagram, the steps that may come next, the tasks of whoever may
/// take them, and the test of all steps that do not exist.
public protocol StateMachine: Rule where Parameters == NoParameters, Facts == Step<State, Move>, Objection == NoSuchStep<Self> {
  /// What it is the life of.
  associatedtype Subject: Entity
  /// Where it can stand.
  associatedtype State: Choice
  /// What can happen to it.
  associatedtype Move: Choice
  /// Every way from one state to another; there is no other.
  static var transitions: [Transition<State, Move>] { get }
  /// Where a new row stands; the first of the states unless the machine says otherwise.
  static var beginnings: [State] { get }
  /// The code of the objection to a step that does not exist, such as `groups.not-a-step`.
  static var objectionCode: String { get }
}

/// One line of a life: a move, from where, to where, and who takes it.
public struct Transition<State: Choice, Move: Choice>: Sendable {
  /// What the way is on.
  public enum Role: Sendable {
    /// What the record waits for: a task of whoever may take the step.
    case awaited
    /// Possible at any time and waited for by nobody, such as a suspension.
    case exceptional
  }

  /// What happens.
  public let move: Move
  /// The states it happens in.
  public let from: [State]
  /// Where it leads; several where the row or the person says which.
  public let to: [State]
  /// The action that takes the step; nil where the night or another module takes it.
  public let action: (any Action.Type)?
  /// Whether the record waits for it.
  public let role: Role
  /// The property with whose value the record waits for it no more, where the step leads to no other state.
  public let until: String?
  /// The property that lists the posts which take the step on this very row; nil for everybody with the right to it.
  public let takers: String?
  /// What this way rests on, where it is not the machine's own source.
  public let source: Citation?

  /// A way with one end.
  public init(
    _ move: Move, from: [State], to: State, by action: (any Action.Type)? = nil, role: Role = .awaited, until: String? = nil,
    takers: String? = nil, source: Citation? = nil
  ) {
    self.init(move, from: from, toOneOf: [to], by: action, role: role, until: until, takers: takers, source: source)
  }

  /// A way whose end the row or the person tells.
  public init(
    _ move: Move, from: [State], toOneOf to: [State], by action: (any Action.Type)? = nil, role: Role = .awaited,
    until: String? = nil, takers: String? = nil, source: Citation? = nil
  ) {
    self.move = move
    self.from = from
    self.to = to
    self.action = action
    self.role = role
    self.until = until
    self.takers = takers
    self.source = source
  }
}

/// What a machine is asked: is there a way from here to there by this move?
public struct Step<State: Choice, Move: Choice>: Codable, Sendable {
  /// Where the record stands.
  public var from: State
  /// What shall happen.
  public var move: Move
  /// Where it would stand then.
  public var to: State

  /// - Parameters:
  ///   - from: where the record stands.
  ///   - move: what shall happen.
  ///   - to: where it would stand then.
  public init(from: State, move: Move, to: State) {
    self.from = from
    self.move = move
    self.to = to
  }
}

/// There is no such way. The sentence says where the record stands and which ways there are.
public struct NoSuchStep<Machine: StateMachine>: RuleObjection {
  /// What was asked.
  public let step: Step<Machine.State, Machine.Move>
  /// The machine's own code.
  public var code: String { Machine.objectionCode }
  /// Says where it stands, what was wanted, and what is possible instead.
  public var texts: Texts {
    let ways = Machine.transitions.filter { $0.from.contains(step.from) }.map(\.move)
    let (subject, from, move) = (Machine.Subject.texts, step.from.texts, step.move.texts)
    let fa = ways.isEmpty ? "از این حالت راهی نیست." : "راه‌ها: \(ways.map(\.texts.fa).joined(separator: "، "))."
    let en = ways.isEmpty ? "No step leads from there." : "Possible: \(ways.map(\.texts.en).joined(separator: ", "))."
    return Texts(
      "\(subject.fa) «\(from.fa)» است و «\(move.fa)» از این حالت ممکن نیست. \(fa)",
      "\(move.en.capitalisedFirst) is not possible: the state of the \(subject.en) is “\(from.en)”. \(en)")
  }
}

extension StateMachine {
  /// The first of the states.
  public static var beginnings: [State] { Array(State.allCases.prefix(1)) }

  /// Where a move leads from a state; nowhere when it is not a step.
  public static func targets(of move: Move, from state: State) -> [State] {
    // A closure: a key path would be made anew at each call, because the type is generic.
    transitions.filter { $0.move == move && $0.from.contains(state) }.flatMap { $0.to }
  }

  /// The first of them; nil when it is not a step.
  static func target(of move: Move, from state: State) -> State? {
    for way in transitions where way.move == move && way.from.contains(state) { return way.to.first }
    return nil
  }

  private static func isStep(_ step: Step<State, Move>) -> Bool {
    transitions.contains { $0.move == step.move && $0.from.contains(step.from) && $0.to.contains(step.to) }
  }

  /// The step is one of the table's.
  public static func objections(to facts: Step<State, Move>, under parameters: NoParameters, on day: JalaliDay) -> [NoSuchStep<Self>] {
    isStep(facts) ? [] : [NoSuchStep(step: facts)]
  }
}

extension Transaction {
  /// Puts a row into the state to which a move leads, or refuses with the machine's verdict. The row is not written yet.
  ///
  /// - Parameter target: where to, for a move that has several ends.
  /// - Throws: `Refusal` of kind `rule` when there is no such step; `RegistryFault` when the table has no such move at all.
  public func move<Row: StatefulRecord>(_ row: inout Row, by move: Row.Machine.Move, to target: Row.Machine.State? = nil) throws {
    let end = target ?? Row.Machine.target(of: move, from: row.state)
    guard let end = end ?? Row.Machine.transitions.first(where: { $0.move == move })?.to.first else {
      throw RegistryFault(
        Texts("\(Row.Machine.id): حرکت \(move.rawValue) در جدول نیست.", "\(Row.Machine.id): the table has no move \(move.rawValue)."))
    }
    try require(
      Row.Machine.self, Step(from: row.state, move: move, to: end), in: (row as? any ProvincialRecord)?.province)
    row.state = end
  }
}

extension Transaction {
  /// Refuses what `move` would refuse, and changes nothing: for a step that is prepared by one act and taken by another.
  ///
  /// - Throws: `Refusal` of kind `rule` when there is no such step.
  public func requireMove<Row: StatefulRecord>(_ row: Row, by move: Row.Machine.Move) throws {
    var tried = row
    try self.move(&tried, by: move)
  }
}

extension StatefulRecord {
  /// A new row stands where its machine begins.
  ///
  /// - Throws: `RegistryFault` for any other state: our fault, as a step is that the table does not have.
  package func requireBeginning() throws {
    guard !Machine.beginnings.contains(state) else { return }
    throw RegistryFault(
      Texts(
        "\(Machine.id): ردیف تازه در \(state.rawValue) آغاز نمی‌شود.",
        "\(Machine.id): a new row does not begin as \(state.rawValue)."))
  }

  /// Takes a step that follows from another act or from the date, without a verdict of its own.
  ///
  /// - Throws: `RegistryFault` when the machine has no such step: our fault, nobody asked for it.
  public mutating func follow(_ move: Machine.Move) throws {
    guard let end = Machine.target(of: move, from: state) else {
      throw RegistryFault(
        Texts(
          "\(Machine.id): از \(state.rawValue) با \(move.rawValue) راهی نیست.",
          "\(Machine.id): no way leads from \(state.rawValue) by \(move.rawValue)."))
    }
    state = end
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
