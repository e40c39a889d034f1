import Contracts
import Feature
import TestKit
import Testing
import Values

@testable import Engine

/// What is advised after every refusal that a module can declare fits it: input is mended only where that can help.
@Suite struct `Advice` {
  /// Holds every role, so that every list may be read.
  private let everybody = Principal(
    id: "u1", staff: 1, name: "", grants: Role.all.map { .init(role: $0.id, scope: .nation) }, session: "")

  private func advice(_ command: Command?, _ principal: Principal, after refusal: Refusal) throws -> [NextStep] {
    NextSteps(registry: try Installed.registry(), command: command, principal: principal).told(refusal).next
  }

  private func expectFitting(_ steps: [NextStep], _ said: @autoclosure () -> String) throws {
    let registry = try Installed.registry()
    #expect(!steps.isEmpty, "\(said()): no advice")
    for step in steps {
      let (fa, en) = (step.texts.fa, step.texts.en)
      #expect(fa.hasPersian && en.hasLatin && !en.hasPersian, "\(said()): \(step.texts)")
      #expect(!en.lowercased().contains("mend") && !fa.contains("درستش را"), "\(said()): \(en)")
      if let command = step.command { #expect(registry.command(command) != nil || command == "show", "\(said()): \(command)") }
    }
  }

  @Test func `what was not found leads to its list, and never to the input`() throws {
    let registry = try Installed.registry()
    var led = 0
    for command in registry.commands {
      for entity in registry.entities {
        var no = Refusal.notFound(Texts(entity.fa, "the \(entity.en)"))
        no.entity = entity.object
        let steps = try advice(command, everybody, after: no)
        try expectFitting(steps, "\(command.spec.id): \(entity.object) not found")
        guard let list = registry.commandIndex.lists[entity.object]?.first else { continue }
        led += 1
        #expect(steps.map(\.command) == [list.spec.name], "\(command.spec.id): \(entity.object) leads to \(steps)")
      }
    }
    #expect(led > 1_000, "\(led) pairs of a command and an entity")
    let nobody = Principal(id: "u2", staff: 2, name: "", grants: [], session: "")
    for command in registry.commands {
      try expectFitting(try advice(command, nobody, after: .notFound(Texts("این", "This"))), "\(command.spec.id), without rights")
    }
  }

  @Test func `a conflict is looked at, and never mended`() throws {
    let codes = Set(
      SourceTree.features.flatMap { source in
        source.swift.joined.matches(of: /\.conflict\(\s*"(\d+)"/).compactMap { Int($0.output.1).map { source.swift.literals[$0].text } }
      })
    #expect(codes.count > 12, "\(codes.sorted())")
    let commands = try Installed.registry().commands
    for code in codes {
      for command in commands where command.spec.module == code.prefix(while: { $0 != "." }) {
        let steps = try advice(command, everybody, after: .conflict(code, Texts("نه", "no")))
        try expectFitting(steps, "\(command.spec.id): \(code)")
      }
    }
  }

  @Test func `a step that a machine does not have leads along the road, or says that there is none`() throws {
    let registry = try Installed.registry()
    let command = try #require(registry.commands.first)
    let advice = NextSteps(registry: registry, command: command, principal: everybody)
    var (roads, ends) = (0, 0)
    for machine in registry.rules.compactMap({ $0 as? any StateMachine.Type }) {
      for (from, move) in machine.missingSteps {
        let steps = advice.ways(
          of: machine, from: from, to: machine.origins(of: move), wanting: machine.texts(ofMove: move) ?? Texts("", ""))
        try expectFitting(steps, "\(machine.id): \(move) from \(from)")
        let isEnd = machine.waysOn(from: from).isEmpty
        let says = steps.first?.texts.en.contains("no step leads on from there") == true
        #expect(isEnd == says, "\(machine.id): \(move) from \(from): \(steps.map(\.texts.en))")
        if isEnd { ends += 1 } else { roads += 1 }
      }
    }
    #expect(roads > 100 && ends > 30, "\(roads) with a way on, \(ends) at an end")
  }
}

extension StateMachine {
  /// Every state with every move that is not possible there.
  fileprivate static var missingSteps: [(from: String, move: String)] {
    State.allCases.flatMap { from in
      Move.allCases.filter { targets(of: $0, from: from).isEmpty }.map { (from.rawValue, $0.rawValue) }
    }
  }
}
