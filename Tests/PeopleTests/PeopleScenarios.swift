import Contracts
@testable import People
@testable import Regions
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@Suite struct `People` {
  let store: TestStore
  let golestan = Principal.test(.countyOfficer, in: "IR-27", number: 2)
  let kurdistan = Principal.test(.countyOfficer, in: "IR-12", number: 3)
  let nation = Principal.test(.nationalAdmin, in: nil, number: 4)
  let auditor = Principal.test(.auditor, in: nil, number: 5)

  init() throws { store = try TestStore([RegionsModule.self, PeopleModule.self, TestConfiguration.self]) }

  private func input(_ changes: KeyValuePairs<String, Value> = [:]) -> Value {
    let base = Value.record([
      "nationalID": "0076229645", "firstName": "مریم", "familyName": "رضایی", "fatherName": "علی",
      "birth": "1370/05/05", "isLiterate": true, "mobile": "09123456789", "consentedOn": "1405/01/20",
    ])
    let replaced = base.members.filter { member in !changes.contains { $0.key == member.name } }
    return .object(replaced + changes.filter { $0.value != .null }.map { Value.Member($0.key, $0.value) })
  }

  @Test func `a registered person has a code and is shown to their province only`() throws {
    let row = try store.run("people.register", input(), as: golestan)
    #expect(row["code"] == "PE-27-1405-0001")
    #expect(row["warnings"] == .list([]))
    #expect(
      try store.ask("people.show", .record(["person": "pe-27-1405-0001"]), as: golestan)["familyName"]
        == .personal("رضایی"))
    let refusal = #expect(throws: Refusal.self) { try store.ask("people.show", .record(["person": 1]), as: kurdistan) }
    #expect(refusal?.kind == .notFound)
    let foreign = #expect(throws: Refusal.self) {
      try store.run("people.register", input(["province": "IR-27", "nationalID": "0499370899"]), as: kurdistan)
    }
    #expect(foreign?.kind == .notFound)
    #expect(try store.ask("people.list", as: kurdistan)["items"] == .list([]))
  }

  @Test func `sealed values are masked for somebody without the right`() throws {
    try store.run("people.register", input(), as: golestan)
    let shown = try store.ask("people.show", .record(["person": 1]), as: auditor)
    #expect(JSONWriter.text(shown).contains("0076229645") == false)
    #expect(!auditor.showsSecrets(store.registry) && golestan.showsSecrets(store.registry))
    #expect(shown["identityIndex"] == nil && shown["subject"] == nil)
  }

  @Test func `every objection to an identity is told at once`() throws {
    let first = #expect(throws: Refusal.self) {
      try store.run(
        "people.register", input(["nationalID": .null, "consentedOn": .null, "foreignID": "A1"]), as: golestan)
    }
    #expect(first?.codes == ["people.no-national-id", "people.other-id", "people.no-consent"])
    let second = #expect(throws: Refusal.self) {
      try store.run(
        "people.register", input(["idKind": "foreignID", "birth": "1406/01/01", "consentedOn": "1405/12/01"]),
        as: golestan)
    }
    #expect(
      second?.codes == [
        "people.no-foreign-id", "people.other-id", "people.no-reason", "people.not-born-yet",
        "people.consent-too-early",
      ])
    let third = #expect(throws: Refusal.self) {
      try store.run("people.register", input(["birth": "1270/05/05"]), as: golestan)
    }
    #expect(third?.codes == ["people.too-old"])
    #expect(third?.rule?["id"] == "people.person-identity")
    let nobody = #expect(throws: Refusal.self) {
      try store.run(
        "people.register", input(["nationalID": .null, "idKind": "none", "foreignID": "X", "idReason": "بی‌شناسنامه"]),
        as: golestan)
    }
    #expect(nobody?.codes == ["people.other-id"])
  }

  @Test func `whoever is answered with what is sealed has read it, also where a correction changes nothing`() throws {
    try store.run("people.register", input(), as: golestan)
    func entries() throws -> Int64 {
      try Connection(path: store.path.database, mode: .reader).privileged("SELECT count(*) FROM audit_entry").first()?.integer ?? 0
    }
    let before = try entries()
    try store.run("people.correct", .record(["person": 1, "mobile": "09111234567", "reason": "بازبینی"]), as: golestan)
    let changed = try entries()
    #expect(changed == before + 1)
    let read = try store.run("people.correct", .record(["person": 1, "reason": "بازبینی"]), as: golestan)
    #expect(read["mobile"] != .null)
    #expect(try entries() == changed + 1)
  }

  @Test func `a foreigner and a person without papers are registered with a reason`() throws {
    let foreign = try store.run(
      "people.register",
      input(["nationalID": .null, "idKind": "foreignID", "foreignID": "af ۱۲۳", "idReason": "تابعیت افغانستان"]),
      as: golestan)
    #expect(foreign["idKind"] == "foreignID")
    let nobody = try store.run(
      "people.register", input(["nationalID": .null, "idKind": "none", "idReason": "شناسنامه ندارد"]), as: golestan)
    #expect(nobody["code"] == "PE-27-1405-0002")
  }

  @Test func `the same ID is refused in a province, and kept from another`() throws {
    try store.run("people.register", input(), as: golestan)
    let twin = #expect(throws: Refusal.self) {
      try store.run("people.register", input(["nationalID": "۰۰۷۶۲۲۹۶۴۵", "firstName": "زهرا"]), as: golestan)
    }
    #expect(twin?.code == "people.identity-known")
    let far = try store.run("people.register", input(), as: kurdistan)
    #expect(far["similar"] == .list([]))
    #expect(try store.ask("people.duplicates", as: kurdistan)["pairs"] == .list([]))
    let pairs = try store.ask("people.duplicates", as: nation)["pairs"]?.items ?? []
    #expect(pairs.map { $0["evidence"] } == ["sameID"])
    #expect(pairs.first?["firstProvince"] == "IR-27" && pairs.first?["secondProvince"] == "IR-12")
  }

  @Test func `people who snapshot alike are reported with a score and not merged`() throws {
    try store.run("people.register", input(), as: golestan)
    let second = try store.run(
      "people.register", input(["nationalID": "0499370899", "firstName": "سیده مریم", "familyName": "رضائي"]),
      as: golestan)
    #expect(second["similar"]?.items.map { $0["evidence"] } == ["sameInEverything"])
    try store.run(
      "people.register", input(["nationalID": "0790419904", "birth": "1370/06/01"]), as: golestan)
    let found = try store.ask("people.duplicates", as: golestan)["pairs"]?.items ?? []
    #expect(found.map { $0["score"] } == [100, 85, 85])
    #expect(try store.ask("people.duplicates", .record(["person": 3]), as: golestan)["pairs"]?.items.count == 2)
    #expect(try store.ask("people.list", as: golestan)["items"]?.items.count == 3)
  }

  @Test func `the list is in Persian order over its pages and is searched by folded names`() throws {
    let names = ["یزدی", "چراغی", "واحدی", "پارسا", "کرمانی", "گرگانی", "آذری"]
    for (index, name) in names.enumerated() {
      try store.run(
        "people.register",
        input([
          "nationalID": .null, "idKind": "none", "idReason": "آزمون", "familyName": .text(name),
          "birth": .text("13\(60 + index)/01/01"),
        ]), as: golestan)
    }
    var read: [String] = []
    var cursor: Value = .null
    repeat {
      let filter: Value = cursor == .null ? .record(["limit": 3]) : .record(["limit": 3, "cursor": cursor])
      let page = try store.ask("people.list", filter, as: golestan)
      read += page["items"]?.items.compactMap { $0["familyName"]?.string } ?? []
      cursor = page["next"] ?? .null
    } while cursor != .null
    #expect(read == ["آذری", "پارسا", "چراغی", "کرمانی", "گرگانی", "واحدی", "یزدی"])
    let found = try store.ask("people.list", .record(["search": "كرماني"]), as: golestan)["items"]?.items ?? []
    #expect(found.map { $0["familyName"] } == ["کرمانی"])
  }

  @Test func `a correction keeps the keys in step and says why`() throws {
    try store.run("people.register", input(), as: golestan)
    let row = try store.run(
      "people.correct",
      .record(["person": 1, "familyName": "گنجی", "mobile": "09423456789", "isLiterate": false, "reason": "کارت ملی"]),
      as: golestan)
    #expect(row["rev"] == 2)
    #expect(row["warnings"]?.items.first?["code"] == "people.mobile-prefix")
    #expect(try store.ask("people.list", .record(["search": "گنجی"]), as: golestan)["items"]?.items.count == 1)
    let emptied = #expect(throws: Refusal.self) {
      try store.run("people.correct", .record(["person": 1, "idKind": "none", "reason": "اشتباه"]), as: golestan)
    }
    #expect(emptied?.codes == ["people.no-reason"])
    let elsewhere = #expect(throws: Refusal.self) {
      try store.run("people.correct", .record(["person": 1, "firstName": "لیلا", "reason": "-"]), as: kurdistan)
    }
    #expect(elsewhere?.kind == .notFound)
    let forbidden = #expect(throws: Refusal.self) {
      try store.run("people.correct", .record(["person": 1, "firstName": "لیلا", "reason": "-"]), as: auditor)
    }
    #expect(forbidden?.kind == .forbidden)
  }

  @Test func `a correction to somebody else's ID is refused`() throws {
    try store.run("people.register", input(), as: golestan)
    try store.run("people.register", input(["nationalID": "0499370899", "firstName": "زهرا"]), as: golestan)
    let refusal = #expect(throws: Refusal.self) {
      try store.run(
        "people.correct", .record(["person": 2, "nationalID": "0076229645", "reason": "کارت ملی"]), as: golestan)
    }
    #expect(refusal?.code == "people.identity-known")
  }

  @Test func `a county sees its own people and those of the whole province`() throws {
    for (name, code) in [("گرگان", "2701"), ("گنبد", "2702")] {
      try store.run(
        "regions.add-county", .record(["province": "IR-27", "name": .text(name), "statisticalCode": .text(code)]),
        as: nation)
    }
    func county(_ id: Int64) -> Principal {
      Principal(
        id: "u\(id + 10)", staff: id + 10, name: "",
        grants: [.init(role: Role.countyOfficer.id, scope: .county("IR-27", id))],
        session: "")
    }
    let row = try store.run("people.register", input(["county": .null]), as: county(1))
    #expect(row["county"] == 1)
    #expect(try store.ask("people.list", as: county(2))["items"] == .list([]))
    #expect(try store.ask("people.list", as: golestan)["items"]?.items.count == 1)
    let twin = #expect(throws: Refusal.self) { try store.run("people.register", input(), as: county(2)) }
    #expect(twin?.code == "people.identity-known")
    let other = #expect(throws: Refusal.self) {
      try store.run(
        "people.register", input(["county": 2, "nationalID": "0499370899", "province": "IR-12"]), as: kurdistan)
    }
    #expect(other?.codes == ["regions.county-elsewhere"])
  }

  @Test func `a name of no letters is refused`() throws {
    let refusal = #expect(throws: Refusal.self) {
      try store.run("people.register", input(["firstName": "۱۲"]), as: golestan)
    }
    #expect(refusal?.codes == ["people.name"])
  }

  @Test func `for a count, one ID is one person in the nation, and the same names without an ID one in a province`() throws {
    let noID: KeyValuePairs<String, Value> = ["nationalID": .null, "idKind": "none", "idReason": "بی‌شناسنامه"]
    try store.run("people.register", input(), as: golestan)
    try store.run("people.register", input(), as: kurdistan)
    try store.run("people.register", input(noID), as: golestan)
    let sameYear = input(noID).members.map { $0.name == "birth" ? Value.Member("birth", "1370/11/01") : $0 }
    try store.run("people.register", .object(sameYear), as: golestan)
    try store.run("people.register", input(noID), as: kurdistan)
    let otherYear = input(noID).members.map { $0.name == "birth" ? Value.Member("birth", "1371/01/01") : $0 }
    try store.run("people.register", .object(otherYear), as: golestan)
    let counted = try store.snapshot(as: nation) { try $0.counted((1...6).map { ID($0) }) }
    #expect((1...6).map { counted.standing[ID($0)]?.raw } == [1, 1, 3, 3, 5, 6])
    #expect(counted.probable == [ID(3), ID(5), ID(6)])
    let own = try store.snapshot(as: kurdistan) { try $0.counted([ID(2), ID(5)]) }
    #expect(own.standing == [ID(2): ID(2), ID(5): ID(5)])
  }
}
