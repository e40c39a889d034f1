import Contracts
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Gatherings` {
  let town: Town

  init() throws {
    town = try Town()
    try town.people()
    for person in 1...6 { try town.volunteer(Int64(person)) }
  }

  private func hold(
    _ persons: ClosedRange<Int64>, day: Value = "1405/01/25", minutes: Value = "بسمه تعالی\nحاضران …",
    as principal: Principal? = nil
  ) throws -> Value {
    try town.store.run(
      "mobilisation.hold-gathering",
      .record([
        "neighbourhood": 1, "day": day, "place": "مسجد", "minutes": minutes,
        "attendance": .list(persons.map { .int($0) } + [.int(persons.lowerBound)]),
      ]), as: principal ?? town.desk)
  }

  @Test func `volunteers and key persons make the quorum, others are present only`() throws {
    #expect(refusal { try hold(1...10) } == ["mobilisation.gathering-too-few"])
    #expect(refusingRule { try hold(1...10) } == "mobilisation.gathering-quorum")
    try town.store.run(
      "mobilisation.name-key-person", .record(["person": 7, "neighbourhood": 1, "kind": "active"]), as: town.officer)
    let file = try hold(1...10)
    #expect(file["gathering"]?["present"] == 10 && file["gathering"]?["counted"] == 7)
    #expect(file["attendance"]?.items.filter { $0["isCounted"] == true }.count == 7)
  }

  @Test func `who consented later was no volunteer yet`() throws {
    try town.volunteer(7, consentedOn: "1405/01/26")
    #expect(refusal { try hold(1...7) } == ["mobilisation.gathering-too-few"])
    #expect(try hold(1...7, day: "1405/01/26")["gathering"]?["counted"] == 7)
  }

  @Test func `a gathering lies in the past and has minutes`() throws {
    try town.volunteer(7)
    #expect(refusal { try hold(1...7, day: "1405/02/02") } == ["mobilisation.gathering-in-future"])
    #expect(refusal { try hold(1...7, minutes: " \n ") } == ["field.empty"])
    #expect(refusal { try hold(1...6, day: "1405/02/02") }.count == 2)
  }

  @Test func `the contract knows the last gathering`() throws {
    try town.volunteer(7)
    func last(_ place: Int64) throws -> JalaliDay? {
      try town.store.snapshot(as: town.officer) { try $0.lastGathering(in: ID(place)) }
    }
    #expect(try last(1) == nil)
    _ = try hold(1...7, day: "1405/01/28")
    _ = try hold(1...7, day: "1405/01/25")
    #expect(try last(1) == town.store.day.adding(days: -4))
    #expect(try last(2) == nil)
  }

  @Test func `one gathering is recorded once, listed, and shown here only`() throws {
    try town.volunteer(7)
    _ = try hold(1...7)
    #expect(refusal { try hold(1...7) } == ["conflict.exists"])
    let list = try town.store.ask("mobilisation.gatherings", .record(["neighbourhood": 1]), as: town.officer)
    #expect(list["items"]?.items.first?["counted"] == 7)
    let shown = try town.store.ask("mobilisation.gathering", .record(["gathering": 1]), as: town.officer)
    #expect(shown["attendance"]?.items.count == 7)
    #expect(shown["gathering"]?["minutes"] == .secret("بسمه تعالی\nحاضران …"))
    #expect(try town.store.ask("mobilisation.gatherings", as: town.kurdistan)["items"] == .list([]))
    #expect(
      refusal { try town.store.ask("mobilisation.gathering", .record(["gathering": 1]), as: town.kurdistan) }
        == ["not-found"])
    #expect(refusal { try hold(1...7, as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try hold(1...7, as: town.observer) } == ["permission.missing"])
  }
}
