import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Accounts

/// Whoever resets a password could sign in with it; so what its owner decides waits for another hand.
@Suite struct `A reset password` {
  private let bench: AccountsBench
  private let holder: Principal
  private let director = Principal.test(.provincialDirector, in: "IR-27", number: 904)

  /// Account 1 administers Golestan and 2 the nation; the password of 1 was reset by 902, and changed by its owner.
  init() throws {
    let bench = try AccountsBench()
    self.bench = bench
    _ = try bench.create("g.admin")
    try bench.assign("provincial.admin", to: 1)
    _ = try bench.create("n.admin", in: .null)
    try bench.assign("national.admin", to: 2, in: .null)
    let given = try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: bench.golestan)["oneTimeSecret"] ?? .null
    let token = try bench.login("g.admin", given)
    try bench.store.run(
      "accounts.set-password", .record(["old": given, "new": "nardeban-e abi 47 pelleh"]), as: try bench.identify(token))
    holder = try bench.identify(token)
  }

  private func confirm(as principal: Principal) throws -> Value {
    try bench.store.run("accounts.confirm-password", .record(["staff": 1]), as: principal)
  }

  private func signedIn() throws -> Principal { try bench.identify(try bench.login("g.admin", "nardeban-e abi 47 pelleh")) }

  @Test func `is told to its owner with the day, and nothing is decided before somebody else confirms it`() throws {
    let told = try bench.store.ask("accounts.me", as: holder)
    #expect(told["duty"] == "awaitConfirmation" && told["secretGivenOn"] != .null)
    #expect(holder.duty?.texts.en.contains("reset") == true)
    for dryRun in [false, true] {
      let refusal = try refused {
        try bench.store.run(
          "accounts.assign-post", .record(["staff": 1, "role": "facilitator", "province": "IR-27"]), as: holder, dryRun: dryRun)
      }
      #expect(refusal?.kind == .forbidden && refusal?.code == "accounts.reset-unconfirmed")
      #expect(refusal?.next.map(\.command) == ["accounts.confirm-password"])
    }
    #expect(try bench.refusal { try bench.create("straw.man", as: holder) } == ["accounts.reset-unconfirmed"])
    let name = Value.record(["staff": 1, "acting": 1, "from": "1405/02/03", "until": "1405/02/04", "letter": "۱"])
    #expect(try bench.refusal { try bench.store.run("accounts.name-acting", name, as: holder) } == ["accounts.reset-unconfirmed"])
    #expect(try bench.store.ask("accounts.staff", as: holder)["items"]?.items.count == 1, "reading goes on")
  }

  @Test func `is confirmed by another administrator of the place, and not by who made it, the owner or anybody else`() throws {
    #expect(try bench.refusal { try confirm(as: bench.golestan) } == ["accounts.confirm-own-reset"])
    #expect(try bench.refusal { try confirm(as: holder) } == ["accounts.confirm-own"])
    #expect(try bench.refusal { try confirm(as: director) } == ["accounts.confirm-not-entitled"])
    #expect(try bench.refusal { try confirm(as: bench.kurdistan) } == ["not-found"])
    #expect(try signedIn().duty != nil)
    let kept = try confirm(as: bench.nation)
    #expect(kept["hands"] == 2 && kept["confirmedOn"] != .null)
    #expect(try signedIn().duty == nil)
    #expect(try bench.refusal { try confirm(as: bench.nation) } == ["accounts.nothing-to-confirm"])
    #expect(try bench.leaves().contains { $0.contains("accounts.confirm-password") && $0.contains(#""hands":2"#) })
  }

  @Test func `is not confirmed by whoever stands in the place of who made it`() throws {
    let acting = Principal(
      id: "u77", staff: 77, name: "", grants: [.init(role: "provincial.admin", scope: .province("IR-27"), actingFor: 902)], session: "s")
    #expect(try bench.refusal { try confirm(as: acting) } == ["accounts.confirm-own-reset"])
  }

  @Test func `is not confirmed by whoever it was made for`() throws {
    let acting = Principal(
      id: "u77", staff: 77, name: "", grants: [.init(role: "provincial.admin", scope: .province("IR-27"), actingFor: 903)], session: "s")
    try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: acting)
    let absent = Principal.test(.provincialAdmin, in: "IR-27", number: 903)
    #expect(try bench.refusal { try confirm(as: absent) } == ["accounts.confirm-own-reset"])
    #expect(try confirm(as: bench.golestan)["hands"] == 2)
  }

  @Test func `is confirmed by its owner where nobody but who made it could, with one hand in the entry`() throws {
    let only = Principal.test(.nationalAdmin, in: nil, number: 2)
    let given = try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: only)["oneTimeSecret"] ?? .null
    let owner = try bench.identify(try bench.login("g.admin", given))
    #expect(try bench.refusal { try confirm(as: owner) } == ["accounts.change-password-first"])
    try bench.store.run("accounts.set-password", .record(["old": given, "new": "nardeban-e sabz 48 pelleh"]), as: owner)
    let changed = try bench.identify(try bench.login("g.admin", "nardeban-e sabz 48 pelleh"))
    #expect(try confirm(as: changed)["hands"] == 1)
    #expect(try bench.leaves().contains { $0.contains("accounts.confirm-password") && $0.contains(#""hands":1"#) })
  }

  @Test func `is not confirmed by its owner because the other administrator was sent away`() throws {
    let only = Principal.test(.nationalAdmin, in: nil, number: 2)
    for name: Value in ["n.one", "n.two"] { try bench.create(name, in: .null) }
    try bench.assign("national.admin", to: 2, in: .null)
    try bench.assign("national.admin", to: 3, in: .null, as: only)
    try bench.store.run("accounts.disable", .record(["staff": 3, "reason": "آزمون"]), as: only)
    let given = try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: only)["oneTimeSecret"] ?? .null
    let owner = try bench.identify(try bench.login("g.admin", given))
    try bench.store.run("accounts.set-password", .record(["old": given, "new": "nardeban-e sabz 48 pelleh"]), as: owner)
    let changed = try bench.identify(try bench.login("g.admin", "nardeban-e sabz 48 pelleh"))
    #expect(try bench.refusal { try confirm(as: changed) } != [])
  }

  @Test func `is never one's own to make`() throws {
    let input = Value.record(["staff": 1])
    let oneself = Principal.test(.provincialAdmin, in: "IR-27", number: 1)
    #expect(try bench.refusal { try bench.store.run("accounts.reset-password", input, as: oneself) } == ["accounts.own-reset"])
  }
}
