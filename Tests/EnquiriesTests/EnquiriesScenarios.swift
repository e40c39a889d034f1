import Contracts
@testable import Deadlines
@testable import Enquiries
import Jalali
@testable import People
@testable import Regions
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Enquiries` {
  let store: TestStore
  let officer = Principal.test(.ngoOfficer, in: "IR-27", number: 2)
  let kurdistan = Principal.test(.ngoOfficer, in: "IR-12", number: 3)
  let auditor = Principal.test(.auditor, in: nil, number: 4)

  init() throws {
    store = try TestStore(
      [
        RegionsModule.self, PeopleModule.self, DeadlinesModule.self, EnquiriesModule.self,
        TestConfiguration.self,
      ], on: JalaliDay(1405, 2, 1))
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]),
      as: .test(.preventionOfficer, in: "IR-27", number: 9))
  }

  private func send(
    _ agency: Value = "police", number: Value = "۱۲/۳۴", as principal: Principal? = nil, _ more: KeyValuePairs<String, Value> = [:]
  ) throws -> Value {
    var members = Value.record(["object": "NB-27-1405-0001", "agency": agency, "letterNumber": number]).members
    members += more.map { Value.Member($0.key, $0.value) }
    if !more.contains(where: { $0.key == "letterDate" }) { members.append(.init("letterDate", "1405/02/01")) }
    return try store.run("enquiries.send", .object(members), as: principal ?? officer)
  }

  private func answer(_ date: Value, _ more: KeyValuePairs<String, Value> = [:], as principal: Principal? = nil) throws -> Value {
    let members = Value.record(["enquiry": 1, "answerNumber": "۹۹", "answerDate": date, "isFavourable": true]).members
    return try store.run(
      "enquiries.answer", .object(members + more.map { Value.Member($0.key, $0.value) }), as: principal ?? officer)
  }

  private func state() throws -> Value? { try store.ask("enquiries.show", .record(["enquiry": 1]), as: officer)["state"] }
  private func facts() throws -> [String] {
    try store.snapshot(as: officer) {
      try $0.enquiries(of: "regions.neighbourhood/1").map { "\($0.agency):\($0.isFavourable.map(String.init) ?? "waiting")" }
    }
  }

  @Test func `a letter starts the agency's clock`() throws {
    let police = try send()
    #expect(police["code"] == "EN-27-1405-0001" && police["letterNumber"] == "12/34")
    #expect(police["due"] == .day(try JalaliDay(1405, 2, 31)))
    let security = try send("securityOffice")
    #expect(security["due"] == .day(try JalaliDay(1405, 2, 21)))
    let deadlines = try store.ask("deadlines.list", .record(["kind": "enquiries.answer"]), as: officer)["items"]?.items ?? []
    #expect(deadlines.map { $0["object"] } == ["enquiries.enquiry/2", "enquiries.enquiry/1"])
    #expect(try facts() == ["securityOffice:waiting", "police:waiting"])
  }

  @Test func `an answer in time meets the deadline`() throws {
    _ = try send()
    store.day = try JalaliDay(1405, 2, 20)
    let row = try answer("1405/02/15", ["text": "بلامانع", "validUntil": "1406/02/15"])
    #expect(row["daysHeld"] == 14 && row["daysLate"] == 0)
    #expect(try store.ask("deadlines.list", .record(["state": "met"]), as: officer)["items"]?.items.count == 1)
    #expect(try facts() == ["police:true"])
    let again = #expect(throws: Refusal.self) { try answer("1405/02/15") }
    #expect(again?.codes == ["enquiries.not-waiting"])
    #expect(again?.rule?["id"] == "enquiries.enquiry-step")
  }

  @Test func `no answer in time is overdue, and the days are booked to the agency`() throws {
    _ = try send("securityOffice")
    try store.night(JalaliDay(1405, 2, 21))
    #expect(try state() == "sent")
    try store.night(JalaliDay(1405, 2, 22))
    #expect(try state() == "overdue")
    let notices = try store.ask("deadlines.notices", as: officer)["items"]?.items ?? []
    // Whoever sent it can enter the answer, and was reminded before.
    #expect(notices.last?["key"]?.string?.hasPrefix("deadlines.deadline/1/") == true)
    #expect(notices.map { $0["key"] }.contains("enquiries.enquiry/1/overdue"))
    store.day = try JalaliDay(1405, 2, 28)
    #expect(try answer("1405/02/26")["daysLate"] == 5)
    let delays = try store.ask("enquiries.delays", as: officer)["agencies"]?.items.first
    #expect(delays?["agency"] == "securityOffice" && delays?["meanDays"] == 25 && delays?["daysLate"] == 5)
    #expect(delays?["answeredLate"] == 1 && delays?["overdue"] == 0)
  }

  @Test func `a stopped clock does not make an enquiry overdue`() throws {
    _ = try send("securityOffice")
    store.day = try JalaliDay(1405, 2, 11)
    try store.run("deadlines.stop", .record(["deadline": 1, "agency": "حراست", "reason": "تمدید"]), as: officer)
    store.day = try JalaliDay(1405, 2, 16)
    try store.run("deadlines.resume", .record(["deadline": 1]), as: officer)
    try store.night(JalaliDay(1405, 2, 22))
    #expect(try state() == "sent")
    #expect(
      try store.ask("enquiries.show", .record(["enquiry": 1]), as: officer)["due"] == .day(JalaliDay(1405, 2, 26)))
    try store.night(JalaliDay(1405, 2, 27))
    #expect(try state() == "overdue")
  }

  @Test func `delays are counted by agency and not computable without answers`() throws {
    _ = try send()
    _ = try send(number: "2", ["letterDate": "1405/01/20"])
    store.day = try JalaliDay(1405, 2, 25)
    let line = try store.ask("enquiries.delays", as: officer)["agencies"]?.items.first
    #expect(line?["sent"] == 2 && line?["overdue"] == 1 && line?["meanDays"] == .null)
    let later = try store.ask("enquiries.delays", .record(["from": "1405/02/01", "province": "IR-27"]), as: officer)
    #expect(later["agencies"]?.items.first?["sent"] == 1)
    #expect(try store.ask("enquiries.delays", as: kurdistan)["agencies"] == .list([]))
  }

  @Test func `letters that cannot be are refused`() throws {
    let both = #expect(throws: Refusal.self) { try send("other", ["letterDate": "1405/02/02"]) }
    #expect(both?.codes == ["enquiries.unnamed", "enquiries.letter-later"])
    #expect(both?.rule?["id"] == "enquiries.enquiry-term")
    let named = #expect(throws: Refusal.self) { try send("police", ["agencyName": "پلیس"]) }
    #expect(named?.codes == ["enquiries.unnamed"])
    #expect(try send("other", ["agencyName": "شهرداری"])["agencyName"] == "شهرداری")
    let number = #expect(throws: Refusal.self) { try send(number: "بی‌شماره") }
    #expect(number?.codes == ["enquiries.letter-number"])
    _ = try send()
    let twice = #expect(throws: Refusal.self) { try send(number: "12/34") }
    #expect(twice?.code == "conflict.exists")
  }

  @Test func `answers that cannot be are refused`() throws {
    _ = try send()
    let early = #expect(throws: Refusal.self) { try answer("1405/01/30", ["validUntil": "1405/01/29"]) }
    #expect(early?.codes == ["enquiries.answer-too-early", "enquiries.ends-before-it-begins"])
    let later = #expect(throws: Refusal.self) { try answer("1405/02/02") }
    #expect(later?.codes == ["enquiries.answer-later"])
  }

  @Test func `a withdrawn letter waits no longer and may be sent again`() throws {
    _ = try send()
    try store.run("enquiries.withdraw", .record(["enquiry": 1, "reason": "اشتباه"]), as: officer)
    #expect(try facts() == [])
    #expect(try store.ask("deadlines.list", .record(["state": "open"]), as: officer)["items"] == .list([]))
    #expect(try send()["id"] == 2)
    let again = #expect(throws: Refusal.self) {
      try store.run("enquiries.withdraw", .record(["enquiry": 1, "reason": "-"]), as: officer)
    }
    #expect(again?.codes == ["enquiries.not-waiting"])
  }

  @Test func `an enquiry about a person names somebody of the province`() throws {
    try store.run(
      "people.register",
      .record([
        "nationalID": "0076229645", "firstName": "مریم", "familyName": "رضایی", "fatherName": "علی",
        "birth": "1370/05/05", "isLiterate": true, "consentedOn": "1405/01/20",
      ]), as: officer)
    #expect(try send("police", ["person": "PE-27-1405-0001"])["person"] == 1)
    let unknown = #expect(throws: Refusal.self) { try send(number: "7", ["person": 5]) }
    #expect(unknown?.kind == .notFound)
  }

  @Test func `another province does not exist, and an auditor only reads`() throws {
    _ = try send()
    let object = #expect(throws: Refusal.self) { try send(as: kurdistan) }
    #expect(object?.kind == .notFound)
    let foreign = #expect(throws: Refusal.self) { try answer("1405/02/01", as: kurdistan) }
    #expect(foreign?.kind == .notFound)
    let withdraw = #expect(throws: Refusal.self) {
      try store.run("enquiries.withdraw", .record(["enquiry": 1, "reason": "-"]), as: kurdistan)
    }
    #expect(withdraw?.kind == .notFound)
    #expect(try store.ask("enquiries.list", as: kurdistan)["items"] == .list([]))
    #expect(try store.ask("enquiries.list", .record(["agency": "police"]), as: auditor)["items"]?.items.count == 1)
    let forbidden = #expect(throws: Refusal.self) { try answer("1405/02/01", as: auditor) }
    #expect(forbidden?.kind == .forbidden)
  }
}
