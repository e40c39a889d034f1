import Contracts
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Clinics` {
  let town: Town

  init() throws { town = try Town() }

  @Test func `a capable clinic is selected by the deputy and its clock starts`() throws {
    let proposed = try town.propose()
    #expect(proposed["code"] == "CL-27-1405-0001" && proposed["state"] == "proposed")
    let selected = try town.store.run(
      "mobilisation.select-clinic", .record(["clinic": "CL-27-1405-0001"]), as: town.deputy)
    #expect(selected["state"] == "selected")
    #expect(selected["choiceDue"] == .day(town.store.day.adding(days: 15)))
    let clock = try town.store.ask("deadlines.list", as: town.deputy)["items"]?.items.first
    #expect(clock?["kind"] == "mobilisation.choose-neighbourhood" && clock?["object"] == "mobilisation.clinic/1")
  }

  @Test func `a clinic that meets no criterion is refused with all three`() throws {
    try town.propose(["isWilling": false, "neighbourhood": .null, "canOpenBase": false, "hasGoodRecord": false])
    let codes = refusal { try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.deputy) }
    #expect(
      codes == ["mobilisation.clinic-not-willing", "mobilisation.clinic-not-there", "mobilisation.clinic-no-record"])
    #expect(
      refusingRule { try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.deputy) }
        == "mobilisation.clinic-criteria")
  }

  @Test func `being able to open a base stands in for being there`() throws {
    try town.selected(["neighbourhood": .null])
    let file = try town.store.ask("mobilisation.clinic", .record(["clinic": 1]), as: town.observer)
    #expect(file["clinic"]?["state"] == "selected")
  }

  @Test func `every criterion needs its evidence`() throws {
    for field in ["placeEvidence", "willingnessEvidence", "recordEvidence", "name"] {
      #expect(refusal { try town.propose([field: "  "]) } == ["field.empty"])
    }
  }

  @Test func `whoever proposed a clinic may not select it`() throws {
    try town.store.run("mobilisation.propose-clinic", Town.clinic(), as: town.deputy)
    let codes = refusal { try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.deputy) }
    #expect(codes == ["registry.same-hands"])
  }

  @Test func `only the deputy selects`() throws {
    try town.propose()
    let codes = refusal { try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.officer) }
    #expect(codes == ["permission.missing"])
    #expect(
      refusal { try town.store.run("mobilisation.propose-clinic", Town.clinic(), as: .test(.facilitator, number: 44)) } == [
        "permission.missing"
      ])
  }

  @Test func `a rejected clinic keeps its reason and is not selected any more`() throws {
    try town.propose()
    #expect(
      refusal {
        try town.store.run("mobilisation.reject-clinic", .record(["clinic": 1, "reason": " "]), as: town.deputy)
      }
        == ["field.empty"])
    try town.store.run(
      "mobilisation.reject-clinic", .record(["clinic": 1, "reason": "نیروی کافی ندارد"]), as: town.deputy)
    let list = try town.store.ask("mobilisation.clinics", .record(["state": "rejected"]), as: town.officer)
    #expect(list["items"]?.items.first?["rejectionReason"] == "نیروی کافی ندارد")
    let select = refusal { try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.deputy) }
    #expect(select == ["mobilisation.clinic-state"])
    let again = refusal {
      try town.store.run("mobilisation.reject-clinic", .record(["clinic": 1, "reason": "باز هم"]), as: town.deputy)
    }
    #expect(again == ["mobilisation.clinic-state"])
  }

  @Test func `one name is proposed once at a time`() throws {
    try town.propose()
    #expect(refusal { try town.propose(["name": "كلينيك اميد"]) } == ["conflict.exists"])
    try town.store.run("mobilisation.reject-clinic", .record(["clinic": 1, "reason": "ناقص"]), as: town.deputy)
    #expect(try town.propose()["code"] == "CL-27-1405-0002")
  }

  @Test func `another province sees no clinic and proposes none here`() throws {
    try town.propose()
    #expect(try town.store.ask("mobilisation.clinics", as: town.kurdistan)["items"] == .list([]))
    for call in ["mobilisation.select-clinic", "mobilisation.reject-clinic"] {
      let input: Value =
        call.contains("reject") ? .record(["clinic": 1, "reason": "نه"]) : .record(["clinic": 1])
      #expect(refusal { try town.store.run(call, input, as: town.kurdistan) } == ["not-found"])
    }
    #expect(
      refusal { try town.store.ask("mobilisation.clinic", .record(["clinic": 1]), as: town.kurdistan) } == ["not-found"]
    )
    let foreign = refusal { try town.store.run("mobilisation.propose-clinic", Town.clinic(), as: town.kurdistan) }
    #expect(foreign == ["not-found"])
  }

  @Test func `a clinic stands in a neighbourhood of its own province`() throws {
    let nationwide = Principal.test(.preventionOfficer, in: nil, number: 9)
    let codes = refusal {
      try town.store.run("mobilisation.propose-clinic", Town.clinic(["neighbourhood": 4]), as: nationwide)
    }
    #expect(codes == ["mobilisation.elsewhere"])
  }

  @Test func `clinics are found by a name in other letters`() throws {
    try town.propose()
    let found = try town.store.ask("mobilisation.clinics", .record(["search": "كلينيك"]), as: town.observer)
    #expect(found["items"]?.items.count == 1)
    let none = try town.store.ask("mobilisation.clinics", .record(["search": "سپید"]), as: town.observer)
    #expect(none["items"] == .list([]))
  }

  @Test func `an upheld objection selects a rejected clinic that meets the criteria`() throws {
    try town.propose()
    try town.store.run("mobilisation.reject-clinic", .record(["clinic": 1, "reason": "دور است"]), as: town.deputy)
    let handOver = try town.store.ask("deadlines.list", as: town.deputy)["items"]?.items.first
    #expect(handOver?["kind"] == "objections.hand-over" && handOver?["object"] == "objections.pending-hand-over/1")
    let pending = try town.store.ask("objections.pending-hand-overs", .record(["object": "CL-27-1405-0001"]), as: town.deputy)
    #expect(pending["items"]?.items.map { $0["decision"] } == ["mobilisation.rejection/1"])
    func tasks() throws -> [Value] {
      try town.store.ask("cases.tasks", .record(["step": "objections.hand-over"]), as: town.officer)["items"]?.items ?? []
    }
    let task = try tasks().first
    #expect(task?["about"] == "CL-27-1405-0001" && task?["urgency"] == "dated" && task?["lastDay"] == pending["items"]?.items[0]["due"])
    let input = Value.record(["object": "CL-27-1405-0001", "grounds": "در محله است", "channel": "letter"])
    try town.store.run("objections.raise", input, as: town.officer)
    #expect(try tasks().isEmpty)
    let director = Principal.test(.provincialDirector, number: 30)
    try town.store.run("objections.decide", .record(["objection": 1, "isUpheld": true, "answer": "بازدید شد"]), as: director)
    let file = try town.store.ask("mobilisation.clinic", .record(["clinic": 1]), as: town.officer)
    #expect(file["clinic"]?["state"] == "selected" && file["clinic"]?["rejectionReason"] == .null)
  }
}
