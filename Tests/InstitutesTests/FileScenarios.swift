import Contracts
@testable import Institutes
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `The file of an institute` {
  let road: InstituteRoad

  init() throws { road = try InstituteRoad() }

  @Test func `a mature group brings its members as founders`() throws {
    try road.open()
    let shown = try road.store.ask("institutes.institute", .record(["institute": "IN-27-1405-0001"]), as: road.officer)
    #expect(shown["members"]?.items.map { $0["person"] } == [1, 2, 3])
    #expect(shown["next"] == "approval")
    #expect(
      shown["missing"]?.items.compactMap { $0["code"]?.string } == [
        "institutes.document-missing", "institutes.document-missing", "institutes.enquiry-not-made",
        "institutes.enquiry-not-made",
      ])
  }

  @Test func `a group that is not mature is refused by S1`() throws {
    let codes = road.codes(
      "open-file", .record(["name": "آغاز", "requestNumber": "1", "fromGroup": 8]), as: road.officer)
    #expect(codes == ["institutes.group-not-mature"])
  }

  @Test func `either a group or an applicant asks`() throws {
    let neither = road.codes("open-file", .record(["name": "آغاز", "requestNumber": "1"]), as: road.officer)
    #expect(neither == ["institutes.one-origin"])
    try road.run("open-file", .record(["name": "آغاز", "requestNumber": "1", "applicant": 9]), as: road.officer)
    let foreign = road.codes(
      "open-file", .record(["name": "دیگر", "requestNumber": "1", "applicant": 1009]), as: road.officer)
    #expect(foreign == ["not-found"])
  }

  @Test func `requests do not lie in the future and have a name`() throws {
    let future = Value.record(["name": "الف", "requestNumber": "1", "applicant": 9, "requestedOn": "1405/02/02"])
    #expect(road.codes("open-file", future, as: road.officer) == ["institutes.future-request"])
    let mistyped = Value.record(["name": "الف", "requestNumber": "1", "applicant": 9, "requestedOn": "1305/02/01"])
    #expect(road.codes("open-file", mistyped, as: road.officer) == ["institutes.day-too-long-ago"])
    let nameless = Value.record(["name": " ‌ ", "requestNumber": "1", "applicant": 9])
    #expect(road.codes("open-file", nameless, as: road.officer) == ["institutes.no-name"])
  }

  @Test func `a name in other letters is the same name, in one province`() throws {
    try road.open("خانه‌سلامت")
    let again = road.codes(
      "open-file", .record(["name": "خانه سلامت", "requestNumber": "2", "applicant": 9]), as: road.officer)
    #expect(again == ["institutes.name-taken"])
    try road.store.run(
      "institutes.open-file", .record(["name": "خانه سلامت", "requestNumber": "2", "applicant": 1009]),
      as: road.kurdistan)
  }

  @Test func `posts that exclude each other are refused`() throws {
    try road.open()
    func name(_ person: Int64, _ post: String) -> [String] {
      road.codes(
        "name-founder", .record(["institute": 1, "person": .int(person), "post": .text(post)]), as: road.officer)
    }
    #expect(name(1, "director") == [])
    #expect(name(1, "founder") == ["institutes.post-held"])
    #expect(name(1, "inspectorMain") == ["institutes.posts-exclude"])
    #expect(name(2, "inspectorMain") == [])
    #expect(name(2, "managingDirector") == ["institutes.posts-exclude"])
    #expect(name(3, "managingDirector") == [])
    #expect(name(4, "managingDirector") == ["conflict.exists"])
    #expect(name(1004, "director") == ["not-found"])
  }

  @Test func `a post ends once, with a reason, in its own institute`() throws {
    try road.open()
    let input = Value.record(["institute": 1, "member": 1, "reason": "استعفا"])
    #expect(
      road.codes("relieve-member", .record(["institute": 1, "member": 1, "reason": " "]), as: road.officer)
        == ["institutes.no-reason"])
    let ended = try road.run("relieve-member", input, as: road.officer)
    #expect(ended["until"] == .day(try JalaliDay(1405, 2, 1)))
    #expect(road.codes("relieve-member", input, as: road.officer) == ["institutes.post-ended"])
    try road.run("open-file", .record(["name": "دوم", "requestNumber": "1", "applicant": 9]), as: road.officer)
    let elsewhere = Value.record(["institute": 2, "member": 2, "reason": "استعفا"])
    #expect(road.codes("relieve-member", elsewhere, as: road.officer) == ["not-found"])
  }

  @Test func `a post begins and ends on days that have come`() throws {
    try road.open()
    func name(since: String) -> [String] {
      road.codes(
        "name-founder", .record(["institute": 1, "person": 4, "post": "director", "since": .text(since)]), as: road.officer)
    }
    #expect(name(since: "1405/02/02") == ["institutes.day-to-come"])
    #expect(name(since: "1305/01/01") == ["institutes.day-too-long-ago"])
    #expect(name(since: "1404/12/01") == [])
    func relieve(until: String) -> [String] {
      road.codes("relieve-member", .record(["institute": 1, "member": 4, "reason": "استعفا", "until": .text(until)]), as: road.officer)
    }
    #expect(relieve(until: "1405/02/02") == ["institutes.day-to-come"])
    #expect(relieve(until: "1404/11/30") == ["institutes.post-ended"])
    #expect(relieve(until: "1405/01/20") == [])
  }

  @Test func `the file is approved complete and by somebody else`() throws {
    try road.open()
    #expect(road.codes("approve-file", as: road.deputy).first == "institutes.document-missing")
    try road.document("registrationRequest")
    try road.document("statute", sighted: false)
    #expect(road.codes("approve-file", as: road.deputy) == ["institutes.document-not-sighted"])
    try road.document("statute", until: JalaliDay(1405, 1, 31))
    #expect(road.codes("approve-file", as: road.deputy) == ["institutes.document-expired"])
    try road.document("statute")
    #expect(
      road.codes("approve-file", as: road.deputy) == ["institutes.enquiry-not-made", "institutes.enquiry-not-made"])
    try road.answer(.police, nil)
    try road.answer(.registryOffice, false)
    #expect(
      road.codes("approve-file", as: road.deputy) == ["institutes.enquiry-open", "institutes.enquiry-unfavourable"])
    try road.answer(.police, until: JalaliDay(1405, 1, 31))
    try road.answer(.registryOffice)
    #expect(road.codes("approve-file", as: road.deputy) == ["institutes.enquiry-outdated"])
    try road.answer(.police, until: JalaliDay(1405, 2, 1))
    let both = Principal.test(.ngoOfficer, .preventionDeputy, in: "IR-27", number: 1)
    #expect(road.codes("approve-file", as: both) == ["registry.same-hands"])
    let namer = Principal.test(.ngoOfficer, .preventionDeputy, in: "IR-27", number: 6)
    try road.run("name-founder", .record(["institute": 1, "person": 4, "post": "founder"]), as: namer)
    #expect(road.codes("approve-file", as: namer) == ["registry.same-hands"])
    #expect(road.codes("approve-file", as: road.officer) == ["permission.missing"])
    #expect(road.codes("approve-file", as: road.kurdistan) == ["not-found"])
    try road.run("approve-file", as: road.deputy)
    #expect(try road.state() == "approved")
    let late = Value.record(["institute": 1, "person": 5, "post": "founder"])
    #expect(road.codes("name-founder", late, as: road.officer) == ["institutes.founders-stand"])
  }

  @Test func `a board that is too small is refused, and one without a number is not judged`() throws {
    try road.run("open-file", .record(["name": "کوچک", "requestNumber": "1", "applicant": 9]), as: road.officer)
    #expect(road.codes("approve-file", as: road.deputy) == ["institutes.too-few-founders"])
    try road.store.run(
      "institutes.open-file", .record(["name": "بی‌عدد", "requestNumber": "1", "applicant": 1009]), as: road.kurdistan)
    let other = Principal.test(.preventionDeputy, in: "IR-12", number: 9)
    #expect(road.codes("approve-file", .record(["institute": 2]), as: other) == ["parameter.unset"])
    let shown = try road.store.ask("institutes.institute", .record(["institute": 2]), as: road.kurdistan)
    #expect(shown["missing"]?.items.first?["code"] == "parameter.unset")
  }
}
