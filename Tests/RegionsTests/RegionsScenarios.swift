import Contracts
import Engine
import Feature
@testable import Regions
import TestKit
import Testing
import Values

@Suite struct `Regions` {
  let store: TestStore
  let nation = Principal.test(.nationalAdmin, in: nil)
  let golestan = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
  let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 3)

  init() throws { store = try TestStore([RegionsModule.self]) }

  @Test func `a neighbourhood gets a code that can be read aloud`() throws {
    let row = try store.run(
      "regions.add-neighbourhood", .record(["province": "گلستان", "name": "اوزینه", "setting": "urban"]), as: golestan)
    #expect(row["code"] == "NB-27-1405-0001")
    let shown = try store.ask("regions.neighbourhood", .record(["neighbourhood": "nb-27-1405-0001"]), as: golestan)
    #expect(shown["name"] == "اوزینه")
  }

  @Test func `another province does not exist`() throws {
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]), as: golestan)
    #expect(try store.ask("regions.neighbourhoods", as: kurdistan)["items"] == .list([]))
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"]?.items.count == 1)
    let refusal = #expect(throws: Refusal.self) {
      try store.ask("regions.neighbourhood", .record(["neighbourhood": 1]), as: kurdistan)
    }
    #expect(refusal?.kind == .notFound)
    let foreign = #expect(throws: Refusal.self) {
      try store.run(
        "regions.add-neighbourhood", .record(["province": "IR-27", "name": "دیگر", "setting": "urban"]), as: kurdistan)
    }
    #expect(foreign?.kind == .notFound)
  }

  @Test func `the same name in other letters is the same neighbourhood`() throws {
    try store.run("regions.add-county", .record(["province": "IR-27", "name": "گرگان", "statisticalCode": "2701"]), as: nation)
    func add(_ name: String) throws {
      try store.run(
        "regions.add-neighbourhood",
        .record(["province": "IR-27", "county": 1, "name": .text(name), "setting": "urban"]), as: golestan)
    }
    try add("علی‌آباد")
    let refusal = #expect(throws: Refusal.self) { try add("علي آباد") }
    #expect(refusal?.code == "conflict.exists")
  }

  @Test func `an officer may not record populations`() throws {
    let refusal = #expect(throws: Refusal.self) {
      try store.run(
        "regions.record-population",
        .record(["province": "IR-27", "year": 1395, "population": 1_868_819, "source": "سرشماری"]), as: golestan)
    }
    #expect(refusal?.kind == .forbidden)
  }

  @Test func `a dry run shows the entry and changes nothing`() throws {
    let answer = try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]), as: golestan,
      dryRun: true)
    #expect(answer["entries"]?.items.first?["act"] == "regions.add-neighbourhood")
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"] == .list([]))
  }

  @Test func `the same key gives the same answer once`() throws {
    let input = Value.record(["province": "IR-27", "name": "اوزینه", "setting": "urban"])
    let first = try store.perform("regions.add-neighbourhood", input, as: golestan, key: "k1")
    let second = try store.perform("regions.add-neighbourhood", input, as: golestan, key: "k1")
    #expect(second.isRepeated && second.entry == first.entry)
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"]?.items.count == 1)
  }
}
