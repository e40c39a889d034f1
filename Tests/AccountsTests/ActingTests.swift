import Contracts
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Accounts

@Suite struct `An acting person` {
  private let bench: AccountsBench
  private let passwords: [Value]
  private let director = Principal.test(.provincialDirector, in: "IR-27", number: 904)

  /// Colleagues 1 (the deputy) and 2 (the officer) of Golestan, 3 of Kurdistan.
  init() throws {
    let bench = try AccountsBench()
    self.bench = bench
    passwords = try [("d.amini", "IR-27"), ("o.karimi", "IR-27"), ("k.moradi", "IR-12")].map {
      try bench.change(try bench.create(.text($0.0), in: .text($0.1)), of: .text($0.0))
    }
    try bench.assign("prevention.deputy", to: 1)
    try bench.assign("prevention.officer", to: 2)
  }

  private func name(
    _ acting: Value = 2, for staff: Value = 1, from: String = "1405/02/03", until: String = "1405/02/10", as principal: Principal? = nil
  ) throws -> Value {
    try bench.store.run(
      "accounts.name-acting",
      .record(["staff": staff, "acting": acting, "from": .text(from), "until": .text(until), "letter": "۱۲/۴۵"]), as: principal ?? director)
  }

  private func grants(_ day: Int) throws -> [Principal.Grant] {
    bench.store.day = try .init(1405, 2, day)
    return try bench.identify(try bench.login("o.karimi", passwords[1])).grants
  }

  @Test func `holds the posts of the absent one from the first day to the last, beside the own ones`() throws {
    _ = try name()
    let own = Principal.Grant(role: "prevention.officer", scope: .province("IR-27"))
    let lent = Principal.Grant(role: "prevention.deputy", scope: .province("IR-27"), actingFor: 1)
    #expect(try grants(2) == [own])
    #expect(try grants(3) == [own, lent])
    #expect(try grants(10) == [own, lent])
    #expect(try grants(11) == [own])
  }

  @Test func `is told in whose place, and the ledger names both`() throws {
    _ = try name()
    bench.store.day = try .init(1405, 2, 4)
    let acting = try bench.identify(try bench.login("o.karimi", passwords[1]))
    #expect(try bench.store.ask("accounts.me", as: acting)["actingFor"] == ["d.amini"])
    #expect(acting.identities == ["u2", "u1"])
    #expect(acting.scope(for: Permission("x.y", "", "", heldBy: [.preventionDeputy]))?.role == "prevention.deputy/u1")
    #expect(acting.scope(for: Permission("x.y", "", "", heldBy: [.preventionDeputy, .preventionOfficer]))?.role == "prevention.officer")
  }

  @Test func `is named by whoever is away or stands above, of the same province, for days to come`() throws {
    let holder = Principal.test(.preventionDeputy, in: "IR-27", number: 1)
    let colleague = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
    let foreigner = Principal.test(.provincialDirector, in: "IR-12", number: 7)
    #expect(try bench.refusal { try name(as: colleague) } == ["accounts.acting-not-entitled"])
    #expect(try bench.refusal { try name(as: foreigner) } == ["not-found"])
    #expect(try bench.refusal { try name(3) } == ["not-found"])
    #expect(try bench.refusal { try name(3, as: bench.nation) } == ["accounts.acting-other-province"])
    #expect(try bench.refusal { try name(1) } == ["accounts.acting-same-person"])
    #expect(try bench.refusal { try name(from: "1405/01/20") } == ["accounts.acting-past"])
    #expect(try bench.refusal { try name(from: "1405/02/03", until: "1405/02/02") } == ["accounts.acting-period"])
    #expect(try bench.refusal { try name(until: "1406/02/02") } == ["accounts.acting-too-long"])
    _ = try name(as: holder)
    #expect(try bench.refusal { try name(from: "1405/02/10", until: "1405/02/20") } == ["accounts.acting-overlaps"])
    #expect(try bench.store.ask("accounts.absences", as: bench.golestan)["items"]?.items.count == 1)
    #expect(try bench.store.ask("accounts.absences", as: bench.kurdistan)["items"] == .list([]))
  }

  @Test func `acts no longer once the absent one is back`() throws {
    _ = try name()
    bench.store.day = try .init(1405, 2, 5)
    let colleague = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
    #expect(try bench.refusal { try bench.store.run("accounts.end-acting", .record(["absence": 1]), as: colleague) } == ["not-found"])
    try bench.store.run("accounts.end-acting", .record(["absence": 1]), as: director)
    #expect(try grants(6).count == 1)
  }
}
