import Foundation
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// Generated over the whole catalogue: for whoever works in Golestan, Kurdistan is not there.
@Suite(.serialized) struct ProvincesStory {
  private let world: TwoProvinces
  private let runtime: Runtime

  init() throws {
    world = try TwoProvinces.shared.get()
    runtime = world.both.runtime
  }

  /// The modules of the road. One that stands beside it shows with its own tests that another province's rows are not there.
  private static let walked: Set = [
    "people", "documents", "enquiries", "deadlines", "mobilisation", "groups", "training", "institutes", "healthbases", "monitoring",
  ]

  @Test func `Kurdistan has a row of every kind that a command can point to`() {
    var kinds: Set<String> = []
    for command in runtime.registry.commands {
      for case .reference(let object, _) in command.fields.map(\.kind) { kinds.insert(object) }
    }
    let missing = kinds.filter { kind in
      let module = String(kind.prefix { $0 != "." })
      let isMeant = Self.walked.contains(module) || world.foreign.contains { $0.key.hasPrefix(module + ".") && !$0.value.isEmpty }
      return isMeant && world.foreign[kind]?.isEmpty != false
    }
    #expect(
      Self.walked.allSatisfy { module in kinds.contains { $0.hasPrefix(module + ".") } }, "a module without a kind: \(kinds.sorted())")
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test(arguments: TwoProvinces.staff)
  func `what is in the other province answers as what is nowhere`(colleague: Colleague) throws {
    let principal = colleague.principal
    let caller = try Caller(runtime, principal: principal, channel: "story")
    for probe in world.probes(principal, [.query, .list]) {
      let there = outcome(caller, probe.command, probe.foreign)
      #expect(there.text == outcome(caller, probe.command, probe.nowhere).text, "\(probe.command.spec.id) \(probe.field)")
      if probe.command.kind == .list, there.isDone { #expect(there.text.contains("\"items\":[]"), "\(probe.command.spec.id)") }
      #expect(!TwoProvinces.shows(there.text), "\(probe.command.spec.id) \(probe.field): \(there.text)")
    }
  }

  @Test(arguments: TwoProvinces.staff)
  func `actions on the other province are refused as on nothing, and change nothing`(colleague: Colleague) throws {
    let principal = colleague.principal
    let before = try Snapshot(runtime.folder, runtime.registry, exactly: true)
    let caller = try Caller(runtime, principal: principal, channel: "story")
    for probe in world.probes(principal, [.action]) {
      let there = outcome(caller, probe.command, probe.foreign)
      #expect(!there.isDone, "\(probe.command.spec.id) \(probe.field) was done")
      #expect(!TwoProvinces.shows(there.text), "\(probe.command.spec.id) \(probe.field): \(there.text)")
      // A county exists for everybody, so it may be refused in other words than one that does not exist.
      if probe.command.fields.contains(where: TwoProvinces.isCounty) { continue }
      let nowhere = outcome(caller, probe.command, probe.nowhere, dryRun: !probe.command.spec.handlesSecret)
      #expect(there.text == nowhere.text, "\(probe.command.spec.id) \(probe.field)")
    }
    let after = try Snapshot(runtime.folder, runtime.registry, exactly: true)
    #expect(after.rows == before.rows)
    #expect(after.done == before.done)
  }

  @Test(arguments: TwoProvinces.staff)
  func `no answer changes when the other province has a life of its own`(colleague: Colleague) throws {
    let principal = colleague.principal
    let alone = try Caller(world.alone.runtime, principal: principal, channel: "story")
    let both = try Caller(runtime, principal: principal, channel: "story")
    let own = world.pointer(to: world.own, "IR-27", first: true, byCode: false)
    var asked = 0
    for command in runtime.registry.commands
    where command.kind != .action && principal.scope(for: command.spec.permission) != nil && !TwoProvinces.open.contains(command.spec.id) {
      guard let input = Prober(command: command, own: own, foreign: own, nowhere: own).plain() else { continue }
      asked += 1
      #expect(outcome(alone, command, input).text == outcome(both, command, input).text, "\(command.spec.id)")
    }
    #expect(asked > 5)
  }

  /// The answer or the refusal, all of it but the codes that were sent.
  private func outcome(
    _ caller: Caller, _ command: Command, _ input: Value, dryRun: Bool = false
  ) -> (isDone: Bool, text: String) {
    do {
      let answer = try caller.perform(command.spec.id, input, dryRun: dryRun)
      return (true, JSONWriter.text(answer, showsSecrets: true))
    } catch let refusal as Refusal {
      let faults = refusal.faults.map { "\($0.pointer) \($0.code) \($0.texts.en) \($0.texts.fa)" }
      return (false, "\(refusal.kind) \(refusal.code) \(refusal.texts.en) \(refusal.texts.fa) \(faults)")
    } catch {
      return (false, "fault \(error)")
    }
  }
}
