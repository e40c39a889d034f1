@testable import Engine
import Feature
import Store
import Testing
import Values

/// What `show`, `trace` and `tasks` find goes by an index, and the declarations they stand on are whole.
@Suite struct `Cases` {
  private let store: Connection
  private let index: CaseIndex

  init() throws {
    store = try Installed.freshStore()
    let registry = try Installed.registry()
    index = try CaseIndex(registry.modules, registry.commands, registry.tables)
  }

  private func scans(_ sql: String) throws -> [String] {
    try store.privileged(text: "EXPLAIN QUERY PLAN " + sql).all().compactMap { $0.last?.string }
      .filter { $0.hasPrefix("SCAN ") && !$0.contains("json_each") && !$0.contains("VIRTUAL TABLE") }
  }

  @Test func `what waits is found by its state`() throws {
    var count = 0
    for kind in index.kinds where kind.derivedState == nil && kind.ways.contains(where: { $0.isAwaited && $0.action != nil }) {
      for hasProvince in [true, false] {
        count += 1
        let scans = try scans(TaskSearch.sql(kind, states: 2, hasProvince: hasProvince))
        #expect(scans.isEmpty, "\(kind.object): \(scans)")
      }
    }
    #expect(count > 20)
  }

  @Test func `the road is walked by indexes, both ways`() throws {
    var count = 0
    for kind in index.kinds {
      for link in kind.links {
        guard let other = index.kind(of: link.object), other.road != nil else { continue }
        count += 1
        for (table, columns) in [
          (other, link.pairs.map(\.other)), (kind, link.pairs.map(\.own)),
        ] where table.road != nil || table.object == other.object {
          let conditions = try columns.map { property in
            try #require(table.columns.first { $0.property == property }).name + " = ?"
          }
          let name = table.layout.table.name
          let scans = try scans("SELECT * FROM \(name) WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT 51")
          #expect(scans.isEmpty, "\(name) by \(conditions): \(scans)")
        }
      }
    }
    #expect(count > 15)
  }

  @Test func `each station of the road is held by one kind of thing, and everything on it is linked`() throws {
    let onRoad = index.kinds.filter { $0.road != nil }
    let stops = onRoad.compactMap { $0.road?.stop.order }
    #expect(Set(stops).count == stops.count && stops.sorted() == Array(1...stops.count))
    for kind in onRoad where kind.road?.stop.order != 1 {
      let isLinked = kind.links.contains { link in onRoad.contains { $0.object == link.object && $0.object != kind.object } }
      #expect(isLinked, "\(kind.object) leads nowhere")
    }
  }

  @Test func `somebody sees every kind of thing that has a code`() throws {
    for kind in index.kinds where kind.hasColumn("code") {
      #expect(!kind.permissions.isEmpty, "\(kind.object)")
    }
  }

  /// The source says it twice, so the two are held together.
  @Test func `an action that asks for separate hands on the thing itself is an approving one`() throws {
    var count = 0
    for source in SourceTree.features where source.path.contains("/Actions/") {
      let parts = ("\n" + source.swift.joined).split(separator: "\nstruct ").dropFirst()
      for part in parts {
        let own = part.firstMatch(of: /requireSeparationOfDuties\(on: (row|group|ranking|clinic)\)/) != nil
        guard own else { continue }
        count += 1
        #expect(part.prefix { $0 != "{" }.contains(": ApprovingAction"), "\(source.path): \(part.prefix { $0 != ":" })")
      }
    }
    #expect(count > 5)
  }

  @Test func `a step that asks for separate hands says of what, so that it is offered to nobody whom it would refuse`() throws {
    let steps = try Set(
      Installed.registry().rules.compactMap { $0 as? any StateMachine.Type }.flatMap { $0.takenBy.map { String(describing: $0) } })
    var count = 0
    for source in SourceTree.features where source.path.contains("/Actions/") {
      for part in ("\n" + source.swift.joined).split(separator: "\nstruct ").dropFirst() where part.contains("requireSeparationOfDuties(") {
        guard steps.contains(String(part.prefix { $0.isLetter || $0.isNumber })) else { continue }
        count += 1
        let head = part.prefix { $0 != "{" }
        #expect(head.contains(": ApprovingAction") || head.contains(": SeparateHandsAction"), "\(source.path): \(head)")
      }
    }
    #expect(count > 8)
  }
}

extension StateMachine {
  fileprivate static var takenBy: [any Action.Type] { transitions.compactMap(\.action) }
}
