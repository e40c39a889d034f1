import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Volunteers and key persons` {
  let town: Town

  init() throws {
    town = try Town()
    try town.people()
  }

  private func name(_ person: Int64, _ kind: Value, in place: Int64 = 1, as principal: Principal? = nil) throws -> Value {
    try town.store.run(
      "mobilisation.name-key-person",
      .record(["person": .int(person), "neighbourhood": .int(place), "kind": kind]), as: principal ?? town.desk)
  }

  @Test func `thirteen on the day itself is old enough, a day less is not`() throws {
    #expect(refusal { try town.volunteer(11) } == ["mobilisation.volunteer-too-young"], "the age is that of the day of the consent")
    #expect(try town.volunteer(11, consentedOn: "1405/02/01")["person"] == 11)
    #expect(refusal { try town.volunteer(12, consentedOn: "1405/02/01") } == ["mobilisation.volunteer-too-young"])
  }

  @Test func `reading and a consent that was given are needed`() throws {
    #expect(
      refusal { try town.volunteer(13, consentedOn: "1405/02/02") } == [
        "mobilisation.volunteer-not-literate", "mobilisation.volunteer-consent",
      ])
  }

  @Test func `somebody registers once in a neighbourhood, and may in two`() throws {
    try town.volunteer(1)
    #expect(refusal { try town.volunteer(1) } == ["conflict.exists"])
    try town.volunteer(1, in: 2)
    let all = try town.store.ask("mobilisation.volunteers", as: town.officer)["items"]?.items
    #expect(all?.count == 2)
    let second = try town.store.ask("mobilisation.volunteers", .record(["neighbourhood": 2]), as: town.officer)
    #expect(second["items"]?.items.map { $0["id"] } == [2])
  }

  @Test func `people and places of another province do not exist`() throws {
    #expect(refusal { try town.volunteer(14) } == ["not-found"])
    #expect(refusal { try town.volunteer(1, in: 4) } == ["not-found"])
    try town.volunteer(1)
    #expect(try town.store.ask("mobilisation.volunteers", as: town.kurdistan)["items"] == .list([]))
    #expect(
      refusal { try town.store.ask("mobilisation.volunteer", .record(["volunteer": 1]), as: town.kurdistan) }
        == ["not-found"])
    #expect(refusal { try name(1, "trusted", as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try name(1, "trusted", as: town.observer) } == ["permission.missing"])
  }

  @Test func `a county sees its own neighbourhoods only`() throws {
    try town.volunteer(1, in: 1)
    try town.volunteer(1, in: 2)
    let seen = try town.store.ask("mobilisation.volunteers", as: town.firstCounty)["items"]?.items
    #expect(seen?.map { $0["neighbourhood"] } == [1])
  }

  @Test func `one person may be of several kinds, each once`() throws {
    #expect(try name(1, "trusted")["namedOn"] == .day(town.store.day))
    #expect(try name(1, "manager")["kind"] == "manager")
    #expect(refusal { try name(1, "trusted") } == ["conflict.exists"])
    #expect(refusal { try name(1, "famous") } == ["field.choice"])
    let managers = try town.store.ask("mobilisation.key-persons", .record(["kind": "manager"]), as: town.observer)
    #expect(managers["items"]?.items.count == 1)
    let one = try town.store.ask("mobilisation.key-person", .record(["keyPerson": 1]), as: town.observer)
    #expect(one["kind"] == "trusted")
    #expect(
      refusal { try town.store.ask("mobilisation.key-person", .record(["keyPerson": 1]), as: town.kurdistan) }
        == ["not-found"])
  }

  @Test func `one volunteer can be shown`() throws {
    try town.volunteer(1)
    let one = try town.store.ask("mobilisation.volunteer", .record(["volunteer": 1]), as: town.officer)
    #expect(one["person"] == 1 && one["neighbourhood"] == 1)
  }
}
