import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Accounts

/// Posts that decide are given by two people.
@Suite struct `A post that decides` {
  private let bench: AccountsBench
  private let director = Principal.test(.provincialDirector, in: "IR-27", number: 904)
  private let secret: Value

  /// Account 1 is proposed as provincial administrator by 902, who administers Golestan alone.
  init() throws {
    bench = try AccountsBench()
    secret = try bench.change(try bench.create("g.admin"), of: "g.admin")
    try bench.assign("provincial.admin", to: 1, as: bench.golestan)
  }

  private func roles() throws -> [String] { try bench.identify(try bench.login("g.admin", secret)).grants.map(\.role) }

  private func step(_ verb: String = "confirm", _ row: Value = 1, as principal: Principal, dryRun: Bool = false) throws -> Value {
    let input: Value = verb == "reject" ? .record(["confirmation": row, "reason": "نامزد دیگری هست"]) : .record(["confirmation": row])
    return try bench.store.run("accounts.\(verb)-post", input, as: principal, dryRun: dryRun)
  }

  private func confirmations(as principal: Principal) throws -> [Value] {
    try bench.store.ask("accounts.post-confirmations", as: principal)["items"]?.items ?? []
  }

  @Test func `gives no right before a second hand confirmed it, and then the entry names both`() throws {
    #expect(try roles() == [])
    let listed = try bench.store.ask("accounts.posts", as: bench.golestan)["items"]?.items.first
    #expect(listed?["confirmation"] == "proposed")
    #expect(try step(as: director)["hands"] == 2)
    #expect(try roles() == ["provincial.admin"])
    let leaves = try bench.leaves().filter { $0.contains("accounts.post-confirmation/1") }
    #expect(leaves.contains { $0.contains(#""id":"u902""#) && $0.contains("accounts.assign-post") }, "\(leaves)")
    #expect(leaves.contains { $0.contains(#""id":"u904""#) && $0.contains("accounts.confirm-post") && $0.contains(#""hands":2"#) })
    #expect(try bench.refusal { try step(as: bench.nation) } == ["accounts.no-such-confirmation-step"])
  }

  @Test func `is confirmed by the director, another administrator of the province or the nation`() throws {
    for (number, second) in [director, bench.nation, .test(.provincialAdmin, in: "IR-27", number: 905)].enumerated() {
      if number > 0 { try bench.assign("provincial.admin", to: 1, as: bench.golestan) }
      #expect(try step("confirm", .int(Int64(number + 1)), as: second)["state"] == "confirmed")
    }
  }

  @Test func `is confirmed by nobody alone: not who proposed it, not who is to hold it, not who acts for either`() throws {
    let holder = Principal.test(.provincialAdmin, in: "IR-27", number: 1)
    func acting(for staff: Int64) -> Principal {
      Principal(
        id: "u77", staff: 77, name: "", grants: [.init(role: "provincial.admin", scope: .province("IR-27"), actingFor: staff)], session: "s"
      )
    }
    for verb in ["confirm", "reject"] {
      for dryRun in [false, true] {
        #expect(try bench.refusal { try step(verb, as: bench.golestan, dryRun: dryRun) } == ["accounts.own-proposal"])
        #expect(try bench.refusal { try step(verb, as: holder, dryRun: dryRun) } == ["accounts.own-post"])
        #expect(try bench.refusal { try step(verb, as: acting(for: 902), dryRun: dryRun) } == ["accounts.own-proposal"])
        #expect(try bench.refusal { try step(verb, as: acting(for: 1), dryRun: dryRun) } == ["accounts.own-post"])
        #expect(try bench.refusal { try step(verb, as: bench.kurdistan, dryRun: dryRun) } == ["not-found"])
      }
    }
    try bench.assign("provincial.admin", to: 1, as: acting(for: 905))
    let absent = Principal.test(.provincialAdmin, in: "IR-27", number: 905)
    #expect(try bench.refusal { try step("confirm", 2, as: absent) } == ["accounts.own-proposal"], "it was proposed in their place")
    #expect(try roles() == [])
  }

  @Test func `that was rejected or taken back never counts`() throws {
    #expect(try step("reject", as: director)["reason"] == "نامزد دیگری هست")
    #expect(try bench.refusal { try step(as: bench.nation) } == ["accounts.no-such-confirmation-step"])
    try bench.assign("provincial.admin", to: 1, as: bench.golestan)
    try bench.store.run("accounts.end-post", .record(["post": 2]), as: bench.golestan)
    #expect(try confirmations(as: director).map { $0["state"] } == ["rejected", "withdrawn"])
    #expect(try bench.refusal { try step("confirm", 2, as: director) } == ["accounts.no-such-confirmation-step"])
    #expect(try roles() == [])
  }

  @Test func `waits as a task of whoever may confirm it, and is seen by no other province`() throws {
    func tasks(_ principal: Principal) throws -> Int {
      try bench.store.ask("cases.tasks", .record(["step": "accounts.confirm-post"]), as: principal)["items"]?.items.count ?? 0
    }
    #expect(try tasks(director) == 1 && tasks(bench.nation) == 1)
    #expect(try tasks(bench.golestan) == 0 && tasks(bench.kurdistan) == 0)
    #expect(try confirmations(as: bench.kurdistan) == [])
    _ = try step(as: director)
    #expect(try tasks(director) == 0)
  }

  @Test func `neither acts for somebody nor is acted for before it counts`() throws {
    try bench.create("g.other")
    func name() throws -> Value {
      try bench.store.run(
        "accounts.name-acting",
        .record(["staff": 1, "acting": 2, "from": "1405/02/03", "until": "1405/02/04", "letter": "۱"]), as: director)
    }
    #expect(try bench.refusal { try name() } == ["accounts.acting-no-post"])
    _ = try step(as: director)
    _ = try name()
  }

  @Test func `is given by one hand while the nation has a single administrator, and the entry says so`() throws {
    let first = Principal.test(.nationalAdmin, in: nil, number: 2)
    for name: Value in ["n.one", "n.two"] { try bench.create(name, in: .null) }
    try bench.assign("national.admin", to: 2, in: .null)
    try bench.assign("national.admin", to: 3, in: .null, as: first)
    try bench.assign("national.admin", to: 3, in: .null, as: first)
    let given = try confirmations(as: bench.nation).dropFirst()
    #expect(given.map { $0["state"] } == ["confirmed", "confirmed", "proposed"])
    #expect(given.map { $0["hands"] } == [1, 1, .null])
    #expect(try bench.leaves().contains { $0.contains("accounts.post-confirmation/3") && $0.contains(#""hands":1"#) })
  }

  @Test func `is not given by one hand because the other one was sent away`() throws {
    let first = Principal.test(.nationalAdmin, in: nil, number: 2)
    for name: Value in ["n.one", "n.two", "n.three"] { try bench.create(name, in: .null) }
    try bench.assign("national.admin", to: 2, in: .null)
    let other = try bench.assign("national.admin", to: 3, in: .null, as: first)["id"] ?? .null
    bench.store.day = bench.store.day.adding(days: 3)
    try bench.store.run("accounts.disable", .record(["staff": 3, "reason": "آزمون"]), as: first)
    try bench.assign("national.admin", to: 4, in: .null, as: first)
    #expect(try confirmations(as: bench.nation).last?["state"] == "proposed", "the account is closed, and two hands are asked for")
    try bench.store.run("accounts.end-post", .record(["post": other]), as: first)
    bench.store.day = bench.store.day.adding(days: 6)
    try bench.assign("national.admin", to: 4, in: .null, as: first)
    #expect(try confirmations(as: bench.nation).last?["state"] == "proposed", "within a week")
    bench.store.day = bench.store.day.adding(days: 1)
    try bench.assign("national.admin", to: 4, in: .null, as: first)
    #expect(try confirmations(as: bench.nation).last?["hands"] == 1)
  }

  @Test func `of a province never begins before today, whatever it is`() throws {
    for role: Value in ["facilitator", "provincial.admin"] {
      #expect(
        try bench.refusal { try bench.assign(role, from: "1405/01/20", as: bench.golestan) } == ["accounts.post-backdated"])
    }
    try bench.assign("facilitator", from: "1405/01/20")
  }
}
