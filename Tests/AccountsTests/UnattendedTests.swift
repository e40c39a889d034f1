import Contracts
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Accounts

/// Who is shown work for which nobody is there.
@Suite struct `A post for which nobody is there` {
  private let bench: AccountsBench
  private let officer: Set<String> = ["prevention.officer"]
  private let deputy = Principal.test(.preventionDeputy, in: "IR-27", number: 1)
  private let director = Principal.test(.provincialDirector, in: "IR-27", number: 904)

  /// Colleagues 1 (the deputy) and 2 (the officer) of Golestan.
  init() throws {
    bench = try AccountsBench()
    _ = try [("d.amini", "IR-27"), ("o.karimi", "IR-27")].map { try bench.create(.text($0.0), in: .text($0.1)) }
    try bench.assign("prevention.deputy", to: 1)
    try bench.assign("prevention.officer", to: 2)
    bench.store.day = try .init(1405, 2, 2)
  }

  private func vacancy(_ roles: Set<String>? = nil, county: Int64? = nil, as principal: Principal) throws -> Vacancy? {
    let (asked, province) = (roles ?? officer, try #require(Province(code: "IR-27")))
    return try bench.store.snapshot(as: principal) { snapshot in
      try snapshot.contract((any Superiors).self).vacancy(of: asked, in: province, county: county, in: snapshot)
    }
  }

  private func leave(_ staff: Value, from: String, until: String = "1405/02/31", as principal: Principal? = nil) throws -> Value {
    try bench.store.run(
      "accounts.report-absence", .record(["staff": staff, "from": .text(from), "until": .text(until)]), as: principal ?? director)
  }

  @Test func `is seen by the superior while the holder is away and nobody acts`() throws {
    #expect(try vacancy(as: deputy) == nil)
    _ = try leave(2, from: "1405/02/02")
    #expect(try vacancy(as: deputy)?.since == JalaliDay(1405, 2, 2))
    #expect(try vacancy(as: director) == nil, "the deputy is there")
    #expect(try vacancy(as: .test(.ngoOfficer, in: "IR-27", number: 8)) == nil)
    #expect(try vacancy(as: .test(.preventionDeputy, in: "IR-12", number: 9)) == nil)
    try bench.store.run(
      "accounts.name-acting",
      .record(["staff": 2, "acting": 1, "from": "1405/02/02", "until": "1405/02/03", "letter": "۱۲"]), as: director)
    #expect(try vacancy(as: deputy) == nil)
    bench.store.day = try .init(1405, 2, 4)
    #expect(try vacancy(as: deputy)?.since == JalaliDay(1405, 2, 4), "nobody acts any more")
    try bench.store.run("accounts.end-absence", .record(["leave": 1]), as: director)
    #expect(try vacancy(as: deputy) == nil)
  }

  @Test func `goes up to the first who is there`() throws {
    _ = try leave(2, from: "1405/02/02")
    _ = try leave(1, from: "1405/02/02")
    #expect(try vacancy(as: director)?.since == JalaliDay(1405, 2, 2))
    #expect(try vacancy(as: bench.nation) != nil, "no director holds the post")
    try bench.assign("provincial.director", to: 1)
    bench.store.day = try .init(1405, 3, 1)
    #expect(try vacancy(["provincial.director"], as: bench.nation) == nil, "and back at work")
    bench.store.day = try .init(1405, 2, 2)
  }

  @Test func `is one that nobody holds, or held until some day`() throws {
    #expect(try vacancy(["ngo.officer"], as: deputy)?.since == nil && vacancy(["ngo.officer"], as: deputy) != nil)
    try bench.assign("ngo.officer", to: 2, until: "1405/02/05")
    bench.store.day = try .init(1405, 2, 8)
    #expect(try vacancy(["ngo.officer"], as: deputy)?.since == JalaliDay(1405, 2, 6))
    #expect(try vacancy(["ngo.officer", "prevention.officer"], as: deputy) == nil, "somebody else may")
    try bench.assign("county.officer", to: 2, county: 2)
    #expect(try vacancy(["county.officer"], county: 2, as: deputy) == nil)
    #expect(try vacancy(["county.officer"], county: 1, as: deputy) != nil)
  }

  @Test func `shows its work after five working days, or as many as are set`() throws {
    _ = try leave(2, from: "1405/02/02")
    // 1405/02/11 and 18 are Fridays, 10 and 17 Thursdays; whole working days between count.
    bench.store.day = try .init(1405, 2, 13)
    let shown = try #require(try vacancy(as: deputy)).shownSince
    let calendar = try bench.store.snapshot(as: deputy) { try $0.workCalendar(of: #require(Province(code: "IR-27"))) }
    let between = (shown.number + 1..<bench.store.day.number).filter { calendar.isWorking(JalaliDay(number: $0)) }
    #expect(between.count == 5 && calendar.isWorking(shown.adding(days: 1)))
  }

  @Test func `an absence is reported by the holder or from above, and known to the province`() throws {
    let colleague = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
    #expect(try bench.refusal { try leave(1, from: "1405/02/02", as: colleague) } == ["accounts.leave-not-entitled"])
    #expect(try bench.refusal { try leave(1, from: "1405/02/02", as: .test(.provincialDirector, in: "IR-12", number: 7)) } == ["not-found"])
    _ = try leave(2, from: "1405/02/02", as: colleague)
    #expect(try bench.refusal { try bench.store.run("accounts.end-absence", .record(["leave": 1]), as: deputy) } == ["not-found"])
    #expect(try bench.store.ask("accounts.leaves", as: bench.golestan)["items"]?.items.count == 1)
    #expect(try bench.store.ask("accounts.leaves", as: bench.kurdistan)["items"] == .list([]))
  }
}
