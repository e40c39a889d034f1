import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

/// An organisation with exactly one person in each post gets a base through four ends of the year, with everything that can
/// be held, released, revised and objected to on the way: nobody is shut out by what was no authorship of the thing.
@Suite struct `One person in each post` {
  let road: BaseRoad
  let clerk = Principal.test(.ngoOfficer, in: "IR-27", number: 21)
  let officer = Principal.test(.preventionOfficer, in: "IR-27", number: 22)
  let county = Principal.test(.countyOfficer, in: "IR-27", number: 23)

  init() throws { road = try BaseRoad() }

  private func work(_ agreement: Value, in year: Int) throws {
    try road.on(year, 11, 15)
    for (index, commitment) in BaseRoad.commitments.enumerated() {
      let day = Value.text(try JalaliDay(year, 1 + index * 2, 10).text)
      try road.run(
        "record-activity", road.activity(agreement, commitment, on: index == 0 ? .text(try JalaliDay(year, 2, 1).text) : day),
        as: index.isMultiple(of: 2) ? county : officer)
    }
  }

  private func input(_ agreement: Value) -> Value { .record(["agreement": agreement, "reason": "بررسی"]) }
  private func approve(_ agreement: Value) throws { try road.run("approve-year", .record(["agreement": agreement]), as: road.deputy) }
  private func sign(_ agreement: Value) throws {
    try road.run("sign-renewal", .record(["agreement": agreement]), as: road.director)
    try road.run("record-institute-signature", .record(["agreement": agreement, "signatory": "زهرا اکبری"]), as: clerk)
  }
  private func kinds() throws -> [Value] { try road.outcomes().compactMap { $0["kind"] } }

  @Test func `lives through renewed, held, released, disapproved and upheld years`() throws {
    let institute = try road.institute()
    let base = try road.run("propose", .record(["institute": institute, "neighbourhood": 1, "name": "پایگاه"]), as: clerk)["id"] ?? 0
    try road.run("admit", road.admission(base), as: road.deputy)
    try road.run("agree", .record(["base": base]), as: road.director)

    // 1405: approved in time.
    try work(1, in: 1405)
    try approve(1)
    try road.night(1406, 1, 1)
    #expect(try kinds() == ["renewed"])
    try sign(2)

    // 1406: interrupted by the deputy, held undecided, approved in the window.
    try road.on(1406, 3, 1)
    try road.run("suspend-base", .record(["base": base, "reason": "بازرسی"]), as: road.deputy)
    try road.on(1406, 3, 11)
    try road.run("resume-base", .record(["base": base, "reason": "رفع ایراد"]), as: road.deputy)
    try work(2, in: 1406)
    try road.night(1407, 1, 1)
    try road.on(1407, 1, 20)
    try approve(2)
    try road.night(1407, 1, 21)
    #expect(try kinds() == ["renewed", "renewed"])
    try sign(3)

    // 1407: approved, held for the licence, released by the same deputy.
    try work(3, in: 1407)
    try approve(3)
    try road.license(.suspended)
    try road.night(1408, 1, 1)
    try road.license(.licensed)
    try road.on(1408, 1, 15)
    try road.run("release-held", input(3), as: road.deputy)
    #expect(try road.row(4)?["starts"] == .day(try JalaliDay(1408, 1, 15)))
    // Late, and so it is the director who resumes it.
    try road.night(1408, 2, 20)
    #expect(try road.row(4)?["state"] == "suspended")
    try sign(4)

    // 1408: the deputy who released it decides on it, first no, then the director upholds the institute's objection.
    try work(4, in: 1408)
    try road.run("disapprove-year", input(4), as: road.deputy)
    try road.night(1409, 1, 1)
    #expect(try kinds().last == "lapsed")
    try road.overturn(4, by: clerk)
    #expect(try kinds() == ["renewed", "renewed", "renewed", "renewed"])
    try sign(5)

    // 1409: and the year after is decided by the deputy again.
    try work(5, in: 1409)
    try approve(5)
    try road.night(1410, 1, 1)
    for year in Int64(1406)...1410 { #expect(try road.proof(year)["isProven"] == true, "\(year)") }
  }
}
