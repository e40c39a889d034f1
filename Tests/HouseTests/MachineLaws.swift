import Engine
import Feature
import Jalali
import Testing
import Values

/// Every record with a state has a machine, and every machine is its table: what stands there is possible, nothing else is.
@Suite struct `Machines` {
  private func machines() throws -> [any StateMachine.Type] {
    try Installed.registry().rules.compactMap { $0 as? any StateMachine.Type }
  }

  @Test func `a step is legal exactly when the table has it, and a refusal says what is possible`() throws {
    let all = try machines()
    #expect(all.count > 10)
    let day = try JalaliDay(1405, 1, 1)
    var count = 0
    for machine in all { count += StepLaw.check(machine, on: day) }
    #expect(count > 1_000, "\(count) triples of state, move and target")
  }

  @Test func `every state is reached from a beginning, and every move is taken somewhere`() throws {
    for machine in try machines() { StepLaw.checkWays(machine) }
  }

  @Test func `every machine is the life of one record`() throws {
    let records = try Installed.registry().modules.flatMap(\.records).filter {
      $0 is any StatefulRecord.Type || $0 is any DerivedStateRecord.Type
    }
    let machines = try machines().count
    #expect(records.count == machines, "\(records.count) records with a machine, \(machines) machines")
  }

  @Test func `the catalogue draws every machine as its table says`() throws {
    let entities = try Installed.registry().entities
    for machine in try machines() { StepLaw.checkDiagram(machine, entities) }
  }

}

/// The laws of one machine, whose type is forgotten outside.
private enum StepLaw {
  /// Asks every triple of state, move and target; returns how many there are.
  static func check<Machine: StateMachine>(_ machine: Machine.Type, on day: JalaliDay) -> Int {
    var count = 0
    for from in Machine.State.allCases {
      let lines = Machine.transitions.filter { $0.from.contains(from) }
      for move in Machine.Move.allCases {
        for to in Machine.State.allCases {
          count += 1
          let isLegal = lines.contains { $0.move == move && $0.to.contains(to) }
          let objections = Machine.objections(to: Step(from: from, move: move, to: to), under: NoParameters(), on: day)
          let name = "\(Machine.id): \(from.rawValue), \(move.rawValue), \(to.rawValue)"
          #expect(objections.map(\.code) == (isLegal ? [] : [Machine.objectionCode]), "\(name)")
          for said in objections.map(\.texts) {
            #expect(said.fa.hasPersian && said.en.hasLatin && !said.en.hasPersian, "\(name): \(said)")
            let (fa, en) = (lines.map(\.move.texts.fa), lines.map(\.move.texts.en))
            #expect(fa.allSatisfy(said.fa.contains) && en.allSatisfy(said.en.contains), "\(name): does not say what is possible: \(said)")
            #expect(said.fa.contains(from.texts.fa) && said.en.contains(from.texts.en), "\(name): does not say where it stands: \(said)")
            if lines.isEmpty { #expect(said.en.contains("No step leads from there."), "\(name): \(said)") }
          }
        }
      }
    }
    return count
  }

  static func checkWays<Machine: StateMachine>(_ machine: Machine.Type) {
    #expect(!Machine.beginnings.isEmpty, "\(Machine.id) begins nowhere")
    var reached = Set(Machine.beginnings)
    var next = Array(reached)
    while let state = next.popLast() {
      for line in Machine.transitions where line.from.contains(state) {
        next += line.to.filter { reached.insert($0).inserted }
      }
    }
    let lost = Machine.State.allCases.filter { !reached.contains($0) }
    #expect(lost.isEmpty, "\(Machine.id): no way leads to \(lost.map(\.rawValue))")
    let idle = Set(Machine.Move.allCases).subtracting(Machine.transitions.map(\.move))
    #expect(idle.isEmpty, "\(Machine.id): nothing moves by \(idle.map(\.rawValue))")
    #expect(Machine.transitions.allSatisfy { !$0.from.isEmpty && !$0.to.isEmpty }, "\(Machine.id): a line without an end")
  }

  static func checkDiagram<Machine: StateMachine>(_ machine: Machine.Type, _ entities: [EntityEntry]) {
    let ways = entities.first { $0.object == Machine.Subject.object }?.ways ?? []
    let drawn = Set(ways.map { [$0.from, $0.move ?? "", $0.to] })
    let day = JalaliDay.firstDay(ofYear: 1405)
    var legal: Set<[String]> = []
    for from in Machine.State.allCases {
      for move in Machine.Move.allCases {
        for to in Machine.State.allCases
        where Machine.objections(to: Step(from: from, move: move, to: to), under: NoParameters(), on: day).isEmpty {
          legal.insert([from.rawValue, move.rawValue, to.rawValue])
        }
      }
    }
    #expect(!drawn.isEmpty && drawn == legal, "\(Machine.id): drawn and not legal or the other way: \(drawn.symmetricDifference(legal))")
  }
}
