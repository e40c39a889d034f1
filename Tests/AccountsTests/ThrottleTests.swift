import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Guessing` {
  let bench: AccountsBench
  let password: Value

  init() throws { (bench, password) = try AccountsBench.withOfficer() }

  /// - Returns: the code and the seconds to wait; nil for a session.
  private func attempt(_ user: Value = "m.rezaei", _ password: Value) throws -> (code: String, wait: Int?)? {
    try refused { try bench.login(user, password) }.map { ($0.code, $0.retryAfter) }
  }

  @Test func `is answered twenty times with five noes and then with the pause; others notice nothing`() throws {
    let other = try bench.create("a.karimi")
    var codes: [String] = []
    for _ in 1...20 {
      let said = try attempt("m.rezaei", "wrong")
      codes.append(said?.code ?? "in")
      if codes.count > 5 { #expect((said?.wait ?? 0) >= 1) }
    }
    #expect(codes.prefix(5).allSatisfy { $0 == "login.wrong" } && codes.dropFirst(5).allSatisfy { $0 == "login.pause" }, "\(codes)")
    _ = try bench.login("a.karimi", other)
  }

  @Test func `from elsewhere does not keep somebody out at an address of their own`() throws {
    _ = try bench.login("m.rezaei", password, from: "10.0.0.1")
    for number in 1...20 { _ = try refused { try bench.login("m.rezaei", "wrong", from: "10.9.0.\(number)") } }
    #expect(try refused { try bench.login("m.rezaei", password, from: "10.9.0.1") }?.code == "login.pause")
    #expect(try refused { try bench.login("m.rezaei", password, from: "10.0.0.2") }?.code == "login.pause", "not known either")
    _ = try bench.login("m.rezaei", password, from: "10.0.0.1")
    // Guesses at the known address are counted there, and nowhere else.
    for _ in 1...5 { _ = try refused { try bench.login("m.rezaei", "wrong", from: "10.0.0.1") } }
    #expect(try refused { try bench.login("m.rezaei", password, from: "10.0.0.1") }?.code == "login.pause")
  }

  @Test func `names the account that was tried in the ledger, where there is one`() throws {
    for _ in 1...7 {
      _ = try attempt("m.rezaei", "wrong")
      _ = try attempt("nobody.at.all", "wrong")
    }
    let wrong = try denials(of: "accounts.login").filter { $0.contains("login.wrong") }
    #expect(wrong.filter { $0.contains(#""obj":"accounts.staff/1""#) }.count == 5)
    #expect(wrong.filter { $0.contains(#""obj":"accounts.request/0""#) }.count == 5)
  }

  @Test func `of anything else is a count after ten in a minute, and the count an entry`() throws {
    let officer = try bench.identify(bench.login("m.rezaei", password))
    func flood(_ times: Int) throws {
      for _ in 1...times {
        #expect(try refused { try bench.store.run("accounts.end-sessions", .record(["staff": 1]), as: officer) } != nil)
      }
    }
    try flood(40)
    #expect(try denials(of: "accounts.end-sessions").count == 10)
    bench.store.wait(minutes: 2)
    try flood(1)
    let told = try denials(of: "accounts.end-sessions")
    #expect(told.count == 12 && told.filter { $0.contains(#""repeated":30"#) }.count == 1, "\(told)")
    // A window of few leaves nothing behind.
    bench.store.wait(minutes: 2)
    try flood(1)
    #expect(try denials(of: "accounts.end-sessions").count == 13)
  }

  private func denials(of act: String) throws -> [String] {
    try bench.leaves().filter { $0.contains(#""out":"denied""#) && $0.contains(#""act":"\#(act)""#) }
  }

  @Test func `is no trial: signing in and changing a password have no dry run, and nothing is told by asking for one`() throws {
    let officer = try bench.identify(bench.login("m.rezaei", password))
    let calls: [(String, Value, Principal)] = [
      ("accounts.login", .record(["user": "m.rezaei", "password": password]), .nobody),
      ("accounts.login", .record(["user": "m.rezaei", "password": "wrong"]), .nobody),
      ("accounts.set-password", .record(["old": password, "new": "nardeban-e abi 47 pelleh"]), officer),
      ("accounts.set-password", .record(["old": "wrong", "new": "nardeban-e abi 47 pelleh"]), officer),
      ("accounts.reset-password", .record(["staff": 1]), bench.golestan),
      ("accounts.create-staff", .record(["userName": "a.b", "fullName": "آزمون", "province": "IR-27"]), bench.golestan),
    ]
    for (act, input, who) in calls {
      #expect(try refused { try bench.store.run(act, input, as: who, dryRun: true) }?.code == "dryRun.none", "\(act)")
    }
    _ = try bench.login("m.rezaei", password)
  }

  @Test func `stands in the ledger, as good sign-ins do, without the name that was tried`() throws {
    _ = try attempt("m.rezaei", "wrong")
    _ = try attempt("nobody.at.all", "wrong")
    _ = try bench.login("m.rezaei", password)
    let leaves = try bench.leaves().filter { $0.contains(#""act":"accounts.login""#) }
    #expect(leaves.filter { $0.contains(#""out":"denied""#) && $0.contains("login.wrong") }.count == 2)
    #expect(leaves.filter { $0.contains(#""out":"ok""#) }.count == 1)
    #expect(!leaves.contains { $0.contains("nobody.at.all") })
  }

  @Test func `is not forgotten by a restart`() throws {
    for _ in 1...5 { _ = try attempt("m.rezaei", "wrong") }
    let again = try TestStore(restarting: bench.store)
    let refusal = #expect(throws: Refusal.self) {
      try again.run("accounts.login", .record(["user": "m.rezaei", "password": password]), as: .nobody)
    }
    #expect(refusal?.code == "login.pause")
  }

  @Test(arguments: [1, 60, 60 * 24] as [Int64])
  func `gains nothing by a clock that is set back, and nobody is locked out by it`(minutes: Int64) throws {
    for _ in 1...5 { _ = try attempt("m.rezaei", "wrong") }
    bench.store.wait(minutes: -minutes)
    let first = try attempt("m.rezaei", password)
    #expect(first?.code == "login.pause" && first?.wait == 1, "\(String(describing: first))")
    let second = try attempt("m.rezaei", "wrong")
    #expect(second?.code == "login.pause", "the pause began anew, once")
    bench.store.wait(seconds: 2)
    #expect(try attempt("m.rezaei", password) == nil)
  }

  @Test func `a clock that is set back does not stop whoever failed a few times only`() throws {
    for _ in 1...4 { _ = try attempt("m.rezaei", "wrong") }
    bench.store.wait(minutes: -60)
    #expect(try attempt("m.rezaei", password) == nil)
  }
}
