import Feature
import Foundation
import Store
import Testing
import Values

@testable import Engine
@testable import Host

/// Generated over the whole catalogue: whose scope ends below the province finds there what is theirs, and nothing else.
@Suite(.serialized) struct ReachStory {
  private let world: TwoProvinces
  private let runtime: Runtime

  init() throws {
    world = try TwoProvinces.shared.get()
    runtime = world.alone.runtime
  }

  /// A county in which nothing has happened, and a facilitator to whom nothing is assigned.
  static let idle: [Colleague] = [
    Colleague(
      principal: Principal(
        id: "u961", staff: 961, name: "empty county", grants: [.init(role: "county.officer", scope: .county("IR-27", 9_999))],
        session: "story")),
    Colleague(
      principal: Principal(
        id: "u962", staff: 962, name: "facilitator", grants: [.init(role: "facilitator", scope: .province("IR-27"))], session: "story")),
  ]

  /// What everybody who works in a province works with, with its reason.
  private static let shared: [String: String] = [
    "regions.counties": "counties are public", "regions.populations": "the census is public",
    "configuration.settings": "what is in force for everybody", "configuration.switches": "what is in force for everybody",
    "configuration.changes": "what is proposed for everybody", "regions.closures": "days on which nobody works",
    "training.courses": "an offer to the whole province",
    "training.templates": "curricula", "monitoring.measurements": "the province's own figure",
  ]

  /// Codes of rows that are not shared, and the names of people.
  private func tellTales() throws -> [String] {
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    let people = try connection.privileged("SELECT first_name || ' ' || family_name FROM people_person").all().compactMap {
      $0.first?.string
    }
    let open = Set(runtime.registry.tables.all.filter { $0.table.isShared || $0.table.reach == .nation }.map { $0.entity.object })
    return people + world.own.filter { !open.contains($0.key) }.values.flatMap { $0.compactMap(\.code) }
  }

  @Test(arguments: ReachStory.idle)
  func `finds nothing of anybody else's, whatever is asked`(colleague: Colleague) throws {
    let caller = try Caller(runtime, principal: colleague.principal, channel: "story")
    let told = try tellTales()
    #expect(told.count > 50)
    var asked: Set<String> = []
    for command in runtime.registry.commands
    where command.kind != .action && colleague.principal.scope(for: command.spec.permission) != nil {
      for byCode in [false, true] {
        let own = world.pointer(to: world.own, "IR-27", first: true, byCode: byCode)
        guard let input = Prober(command: command, own: own, foreign: own, nowhere: own).plain() else { continue }
        asked.insert(command.spec.id)
        guard let answer = try? caller.perform(command.spec.id, input) else { continue }
        let text = JSONWriter.text(answer, showsSecrets: true)
        let sent = JSONWriter.text(input)
        if command.kind == .list, Self.shared[command.spec.id] == nil {
          #expect(answer["items"]?.items.isEmpty == true, "\(command.spec.id): \(text.prefix(300))")
        }
        let leaked = told.filter { text.contains($0) && !sent.contains($0) }
        #expect(leaked.isEmpty, "\(command.spec.id): \(leaked.prefix(3))")
      }
    }
    #expect(asked.count > 20)
  }

  @Test(arguments: ReachStory.idle)
  func `writes nowhere`(colleague: Colleague) throws {
    let caller = try Caller(runtime, principal: colleague.principal, channel: "story")
    let own = world.pointer(to: world.own, "IR-27", first: true, byCode: false)
    let told = try tellTales()
    for command in runtime.registry.commands
    where command.kind == .action && !command.spec.handlesSecret && colleague.principal.scope(for: command.spec.permission) != nil {
      guard command.fields.contains(where: { Prober.points($0) && !$0.isOptional && !TwoProvinces.isCounty($0) }),
        let input = Prober(command: command, own: own, foreign: own, nowhere: own).plain()
      else { continue }
      do {
        let answer = try caller.perform(command.spec.id, input, dryRun: true)
        let text = JSONWriter.text(answer, showsSecrets: true)
        #expect(!told.contains { text.contains($0) }, "\(command.spec.id): \(text.prefix(300))")
      } catch let refusal as Refusal {
        #expect(!told.contains { "\(refusal)".contains($0) }, "\(command.spec.id): \(refusal)")
      }
    }
  }

  @Test func `the same rows follow from what is stored as from what was written step by step`() throws {
    let kept = try rows()
    #expect(kept.count > 100)
    let copy = try StoryStore(copying: world.alone)
    let connection = try Connection(path: copy.runtime.folder.database, mode: .reader)
    _ = connection
    copy.runtime.close()
    let writer = try Connection(path: copy.runtime.folder.database, mode: .writer)
    try writer.execute("UPDATE registry_reach_form SET digest=x'00'")
    try copy.runtime.registry.tables.reach.renew(on: writer)
    let renewed = try writer.privileged("SELECT object, row, kind, holder FROM registry_reach ORDER BY 1,2,3,4").all()
    #expect(renewed == kept)
  }

  private func rows() throws -> [[Value]] {
    try Connection(path: runtime.folder.database, mode: .reader)
      .privileged("SELECT object, row, kind, holder FROM registry_reach ORDER BY 1,2,3,4").all()
  }
}
