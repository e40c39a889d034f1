import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Accounts

/// Somebody goes, or comes back; sessions one by one.
@Suite struct `Leaving and sessions` {
  private let bench: AccountsBench
  private let secret: Value
  private let director = Principal.test(.provincialDirector, in: "IR-27", number: 904)

  /// Account 1 is an officer of Golestan, 2 is proposed as its administrator.
  init() throws {
    bench = try AccountsBench()
    secret = try bench.change(try bench.create(), of: "m.rezaei")
    try bench.assign()
    try bench.create("g.admin")
    try bench.assign("provincial.admin", to: 2, as: bench.golestan)
  }

  private func leave(_ staff: Value = 1, as principal: Principal? = nil, dryRun: Bool = false) throws -> Value {
    try bench.store.run(
      "accounts.leave", .record(["staff": staff, "reason": "بازنشستگی"]), as: principal ?? bench.golestan, dryRun: dryRun)
  }

  private func sessions(_ staff: Value = .null, as principal: Principal) throws -> [Value] {
    try bench.store.ask("accounts.sessions", .record(["staff": staff]), as: principal)["items"]?.items ?? []
  }

  @Test func `whoever leaves holds no post, has no session and signs in no more`() throws {
    let token = try bench.login("m.rezaei", secret)
    try bench.store.run(
      "accounts.name-acting",
      .record(["staff": 1, "acting": 2, "from": "1405/02/01", "until": "1405/02/09", "letter": "۱"]), as: director)
    let tried = try leave(dryRun: true)
    #expect(tried["result"]?["endedPosts"] == 1)
    _ = try bench.identify(token)
    let left = try leave()
    #expect(left["endedPosts"] == 1 && left["endedSessions"] == 2 && left["waited"] == .list([]))
    #expect(try bench.refusal { try bench.identify(token) } == ["session.ended"])
    #expect(try bench.refusal { try bench.login("m.rezaei", secret) } == ["login.wrong"])
    #expect(
      try bench.store.ask("accounts.absences", as: bench.golestan)["items"]?.items.first?["lastDay"] == .day(try JalaliDay(1405, 1, 31)))
    #expect(try bench.leaves().contains { $0.contains("accounts.leave\"") && $0.contains("accounts.post/1") })
  }

  @Test func `what was proposed for whoever leaves is taken back`() throws {
    _ = try leave(2)
    #expect(try bench.store.ask("accounts.post-confirmations", as: director)["items"]?.items.map { $0["state"] } == ["withdrawn"])
  }

  @Test func `what waited for their posts is told by kind and step, and by no name`() throws {
    try bench.assign("provincial.director", to: 1)
    let waited = try leave()["waited"]?.items ?? []
    #expect(waited.map { $0["action"] } == ["accounts.confirm-post"] && waited.first?["count"] == 1)
  }

  @Test func `the last administrator of the nation stays; nobody sends themselves away, nor somebody of another province`() throws {
    try bench.create("n.one", in: .null)
    try bench.assign("national.admin", to: 3, in: .null)
    #expect(try bench.refusal { try leave(3, as: bench.nation) } == ["accounts.last-administrator"])
    #expect(try bench.refusal { try leave(1, as: .test(.provincialAdmin, in: "IR-27", number: 1)) } == ["accounts.own-account"])
    #expect(try bench.refusal { try leave(1, as: bench.kurdistan) } == ["not-found"])
  }

  @Test func `whoever comes back gets a new secret and no post, and another administrator confirms it`() throws {
    func reinstate() throws -> Value {
      try bench.store.run("accounts.reinstate", .record(["staff": 1, "reason": "بازگشت"]), as: bench.golestan)
    }
    #expect(try bench.refusal { try reinstate() } == ["accounts.not-closed"])
    _ = try leave()
    let given = try reinstate()["oneTimeSecret"] ?? .null
    try bench.change(given, of: "m.rezaei")
    let back = try bench.identify(try bench.login("m.rezaei", "nardeban-e abi 47 pelleh"))
    #expect(back.grants.isEmpty && back.duty?.code == "accounts.reset-unconfirmed")
    #expect(try bench.leaves().allSatisfy { !$0.contains(given.string ?? "?") })
  }

  @Test func `sessions are seen and ended by their owner and by whoever administers the account, and by nobody else`() throws {
    let (first, second) = (try bench.login("m.rezaei", secret), try bench.login("m.rezaei", secret))
    let owner = try bench.identify(first)
    let own = try sessions(as: owner)
    #expect(own.count == 3 && own.filter { $0["isPresent"] == true }.count == 1)
    #expect(own.allSatisfy { $0["minutesOpen"] == 0 && $0["minutesIdle"] == 0 && $0["from"] == "test" }, "\(own)")
    #expect(try sessions(1, as: bench.golestan).count == 3 && sessions(1, as: bench.nation).count == 3)
    for stranger in [bench.kurdistan, director, .test(.preventionOfficer, in: "IR-27", number: 8)] {
      #expect(try bench.refusal { try sessions(1, as: stranger) } == ["not-found"])
      let input = Value.record(["session": own[0]["id"] ?? .null])
      #expect(try bench.refusal { try bench.store.run("accounts.end-session", input, as: stranger) } == ["not-found"])
    }
    let other = try #require(own.last?["id"])
    try bench.store.run("accounts.end-session", .record(["session": other]), as: owner)
    #expect(try bench.refusal { try bench.identify(second) } == ["session.ended"])
    #expect(try sessions(as: owner).count == 2)
    #expect(!own.contains { "\($0)".contains(first) || "\($0)".contains(second) })
  }
}
