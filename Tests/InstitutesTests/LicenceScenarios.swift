import Contracts
@testable import Institutes
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `The licence of an institute` {
  let road: InstituteRoad
  let bases = HealthBasesStandIn()

  init() throws { road = try InstituteRoad([bases]) }

  private func calls() throws -> [String] { try bases.told(in: road.store) }

  private func reason(_ institute: Int64 = 1) -> Value {
    .record(["institute": .int(institute), "reason": "گزارش بازرسی"])
  }

  @Test func `steps are taken in order, each with a serial number`() throws {
    try road.open()
    #expect(road.codes("agree-in-principle", as: road.director) == ["institutes.no-such-step"])
    #expect(
      road.codes("license", .record(["institute": 1, "scope": "س"]), as: road.director) == ["institutes.no-such-step"])
  }

  @Test func `the director agrees and licenses for two Jalali years, and the group becomes an institute`() throws {
    try road.approve()
    #expect(Set(road.documents.documents.asked + road.enquiries.enquiries.asked) == ["institutes.institute/1"])
    #expect(road.codes("agree-in-principle", as: road.director).count == 7)
    #expect(road.codes("agree-in-principle", as: road.deputy) == ["permission.missing"])
    try road.document(
      "applicationForm", "identityBooklet", "nationalCard", "photographs", "noCriminalRecord", "noAddiction", "degree")
    #expect(road.codes("agree-in-principle", as: road.kurdistan) == ["not-found"])
    let agreed = try road.run("agree-in-principle", as: road.director)
    #expect(agreed["code"] == "AP-27-1405-0001")
    try road.document("placesOffice", "technicalOffice", "healthOffice", "siteOpinion", "trainingCertificate")
    let licence = try road.run("license", .record(["institute": 1, "scope": "سلامت"]), as: road.director)
    #expect(licence["code"] == "LC-27-1405-0001")
    #expect(licence["validUntil"] == .day(try JalaliDay(1407, 1, 31)))
    #expect(try road.state() == "licensed")
    #expect(try road.groups.becameInstitutes(in: road.store) == [7])
    try road.store.snapshot(as: road.officer) { snapshot in
      let institute = try snapshot.institute(.row(1))
      #expect(institute.isLicensed(on: snapshot.day))
      #expect(try snapshot.institutesFounded(in: institute.province, year: 1405) == [ID(1)])
      #expect(try snapshot.institutesFounded(in: institute.province, year: 1406) == [])
    }
  }

  @Test func `suspension and its end reach the bases in the same transaction`() throws {
    try road.license()
    #expect(
      road.codes("suspend", .record(["institute": 1, "reason": "  "]), as: road.director) == ["institutes.no-reason"])
    #expect(road.codes("suspend", reason(), as: road.kurdistan) == ["not-found"])
    #expect(road.codes("reinstate", reason(), as: road.director) == ["institutes.no-such-step"])
    try road.run("suspend", reason(), as: road.director)
    #expect(try calls() == ["ended 1 suspended"])
    let licence = Value.record(["institute": 1, "scope": "س"])
    #expect(road.codes("license", licence, as: road.director) == ["institutes.no-such-step"])
    try road.run("reinstate", reason(), as: road.director)
    #expect(try calls() == ["ended 1 suspended", "restored 1"])
    try road.run("revoke", reason(), as: road.director)
    #expect(try calls().last == "ended 1 revoked")
    #expect(road.codes("dissolve", reason(), as: road.director) == ["institutes.no-such-step"])
    #expect(
      road.codes("name-founder", .record(["institute": 1, "person": 4, "post": "director"]), as: road.officer)
        == ["institutes.closed"])
  }

  @Test func `a cascade that is refused leaves the licence as it was`() throws {
    bases.refusals.set(Refusal.conflict("test.no", Texts("نه", "no")), to: 1)
    let stubborn = try InstituteRoad([bases])
    try stubborn.license()
    #expect(stubborn.codes("suspend", reason(), as: stubborn.director) == ["test.no"])
    #expect(try stubborn.state() == "licensed")
  }

  @Test func `without bases the licence can be suspended all the same`() throws {
    let alone = try InstituteRoad()
    try alone.license()
    try alone.run("suspend", reason(), as: alone.director)
    #expect(try alone.state() == "suspended")
  }

  @Test func `a file that leads nowhere is dissolved`() throws {
    try road.open()
    try road.run("dissolve", reason(), as: road.director)
    #expect(try road.state() == "dissolved")
  }

  @Test func `the night expires a licence on the first day after its end, once`() throws {
    try road.license()
    let end = try JalaliDay(1407, 1, 31)
    try road.store.night(end)
    #expect(try road.state() == "licensed")
    road.store.day = end.adding(days: 1)
    let reports = try road.store.night(end.adding(days: 1))
    #expect(reports.first { $0.task == "institutes.expire" }?.settled == 1)
    #expect(try road.state() == "expired")
    #expect(try calls() == ["ended 1 expired"])
    #expect(try road.store.night(end.adding(days: 2)).first { $0.task == "institutes.expire" }?.settled == 0)
    let renewed = try road.run("license", .record(["institute": 1, "scope": "س"]), as: road.director)
    #expect(renewed["validFrom"] == .day(end.adding(days: 1)))
    #expect(try calls() == ["ended 1 expired", "restored 1"])
  }

  @Test func `renewal is announced and possible three months before the end, and follows without a gap`() throws {
    try road.license()
    let opens = try JalaliDay(1406, 10, 30)
    let renewal = Value.record(["institute": 1, "scope": "س"])
    road.store.day = opens.adding(days: -1)
    try road.store.night(opens.adding(days: -1))
    #expect(road.codes("license", renewal, as: road.director) == ["institutes.renewal-too-early"])
    #expect(try road.deadlines.noticeDays(in: road.store).isEmpty)
    road.store.day = opens
    try road.store.night(opens.adding(days: 5))
    #expect(try road.deadlines.noticeDays(in: road.store).count == 1)
    let renewed = try road.run("license", renewal, as: road.director)
    #expect(renewed["validFrom"] == .day(try JalaliDay(1407, 2, 1)))
    // A renewal founds nothing: the institute counts in the year of its first licence only.
    try road.store.snapshot(as: road.officer) { snapshot in
      let golestan = try Province(parsing: "IR-27")
      let founded = try (1404...1408).filter { try !snapshot.institutesFounded(in: golestan, year: $0).isEmpty }
      #expect(founded == [1405])
    }
    #expect(renewed["validUntil"] == .day(try JalaliDay(1409, 1, 31)))
    #expect(try calls() == [])
    let row = try road.store.ask("institutes.institute", .record(["institute": 1]), as: road.officer)["institute"]
    #expect(row?["licensedOn"] == .day(try JalaliDay(1405, 2, 1)))
  }

  @Test func `lists show one's own province, the register only those with a licence`() throws {
    try road.license()
    try road.run("open-file", .record(["name": "بی‌پروانه", "requestNumber": "1", "applicant": 9]), as: road.officer)
    func count(_ list: String, _ input: Value = .object([]), as principal: Principal) throws -> Int? {
      try road.store.ask("institutes.\(list)", input, as: principal)["items"]?.items.count
    }
    let facilitator = Principal.test(.facilitator, in: "IR-27", number: 8)
    #expect(try count("institutes", as: road.officer) == 2)
    #expect(try count("institutes", .record(["search": "خانه سلامت"]), as: road.officer) == 1)
    #expect(try count("institutes", as: road.kurdistan) == 0)
    #expect(try count("register", as: road.officer) == 1)
    #expect(try count("register", as: facilitator) == 0)
    #expect(try count("register", as: road.kurdistan) == 0)
    #expect(try count("members", .record(["institute": 1]), as: road.officer) == 3)
    #expect(#expect(throws: Refusal.self) { try count("members", .record(["institute": 1]), as: road.kurdistan) }?.kind == .notFound)
    #expect(try count("licences", as: road.officer) == 1)
    #expect(#expect(throws: Refusal.self) { try count("institutes", as: facilitator) }?.kind == .forbidden)
  }

  @Test func `a licence shows where it stands, in the list, by filter and in the institute's own answer`() throws {
    func states(_ input: Value = .object([])) throws -> [String?] {
      try road.store.ask("institutes.licences", input, as: road.officer)["items"]?.items.map { $0["state"]?.string } ?? []
    }
    try road.license()
    #expect(try states() == ["inForce"])
    try road.run("suspend", .record(["institute": 1, "reason": "بازرسی"]), as: road.director)
    #expect(try states() == ["suspended"])
    try road.run("reinstate", .record(["institute": 1, "reason": "رفع شد"]), as: road.director)
    #expect(try states() == ["inForce"])
    let end = try JalaliDay(1407, 1, 31)
    road.store.day = end.adding(days: 1)
    try road.store.night(end.adding(days: 1))
    #expect(try states() == ["expired"])
    try road.run("license", .record(["institute": 1, "scope": "س"]), as: road.director)
    #expect(try states() == ["inForce", "renewed"])
    #expect(try states(.record(["state": "renewed"])) == ["renewed"])
    #expect(try states(.record(["state": "expired"])) == [])
    let shown = try road.store.ask("institutes.institute", .record(["institute": 1]), as: road.officer)["licences"]?.items
    #expect(shown?.map { $0["state"]?.string } == ["renewed", "inForce"])
    try road.run("revoke", .record(["institute": 1, "reason": "تخلف"]), as: road.director)
    #expect(try states() == ["revoked", "renewed"])
  }

  private func object() -> Value {
    .record(["object": "institutes.institute/1", "grounds": "گزارش نادرست است", "channel": "letter"])
  }

  private func decide(_ row: Int64, _ isUpheld: Bool, as principal: Principal) throws {
    try road.store.run(
      "objections.decide", .record(["objection": .int(row), "isUpheld": .bool(isUpheld), "answer": "بررسی شد"]), as: principal)
  }

  @Test func `an institute objects to what is decided about its licence, and the national office answers`() throws {
    let nation = Principal.test(.nationalAdmin, in: nil, number: 90)
    try road.license()
    try road.run("suspend", reason(), as: road.director)
    // How long it has is given by no source.
    #expect(refusal { try road.store.run("objections.raise", object(), as: road.officer) } == ["parameter.unset"])
    try road.configuration.set("objections.institute-term", "daysToObject", 30, in: "IR-27")
    try road.store.run("objections.raise", object(), as: road.officer)
    #expect(refusal { try decide(1, true, as: road.director) } == ["objections.not-the-superior"])
    try decide(1, true, as: nation)
    #expect(try road.state() == "licensed" && calls() == ["ended 1 suspended", "restored 1"])
    #expect(refusal { try road.store.run("objections.raise", object(), as: road.officer) } == ["objections.nothing-decided"])
    try road.run("revoke", reason(), as: road.director)
    try road.store.run("objections.raise", object(), as: road.officer)
    try decide(2, true, as: nation)
    #expect(try road.state() == "licensed")
  }

  @Test func `a revocation that is undone after the licence ended leaves it expired`() throws {
    try road.license()
    try road.configuration.set("objections.institute-term", "daysToObject", 30, in: "IR-27")
    try road.run("revoke", reason(), as: road.director)
    road.store.day = try JalaliDay(1407, 2, 1)
    try road.store.run("objections.raise", object(), as: road.officer)
    try decide(1, true, as: .test(.nationalAdmin, in: nil, number: 90))
    #expect(try road.state() == "expired")
  }

  @Test func `an objection stays a dissolution until it is answered`() throws {
    try road.license()
    try road.configuration.set("objections.institute-term", "daysToObject", 30, in: "IR-27")
    try road.run("suspend", reason(), as: road.director)
    try road.run("dissolve", reason(), as: road.director)
    try road.store.run("objections.raise", object(), as: road.officer)
    #expect(try road.state() == "suspended")
    #expect(road.codes("dissolve", reason(), as: road.director) == ["institutes.dissolution-stayed"])
    #expect(road.codes("reinstate", reason(), as: road.director) == ["institutes.dissolution-stayed"])
    try decide(1, false, as: .test(.nationalAdmin, in: nil, number: 90))
    #expect(try road.state() == "dissolved" && calls().last == "ended 1 dissolved")
  }

  @Test func `a suspension can still be objected to after the revocation that followed it was undone`() throws {
    let nation = Principal.test(.nationalAdmin, in: nil, number: 90)
    try road.license()
    try road.configuration.set("objections.institute-term", "daysToObject", 30, in: "IR-27")
    try road.run("suspend", reason(), as: road.director)
    try road.run("revoke", reason(), as: road.director)
    try road.store.run("objections.raise", object(), as: road.officer)
    try decide(1, true, as: nation)
    #expect(try road.state() == "suspended")
    try road.store.run("objections.raise", object(), as: road.officer)
    try decide(2, true, as: nation)
    #expect(try road.state() == "licensed")
  }

  @Test func `a suspension undone under a revocation leads back to the licence when that is undone too`() throws {
    let nation = Principal.test(.nationalAdmin, in: nil, number: 90)
    try road.license()
    try road.configuration.set("objections.institute-term", "daysToObject", 30, in: "IR-27")
    try road.run("suspend", reason(), as: road.director)
    try road.store.run("objections.raise", object(), as: road.officer)
    try road.run("revoke", reason(), as: road.director)
    try decide(1, true, as: nation)
    #expect(try road.state() == "revoked")
    try road.store.run("objections.raise", object(), as: road.officer)
    try decide(2, true, as: nation)
    #expect(try road.state() == "licensed")
  }
}
