import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Changing a password` {
  let bench: AccountsBench
  let password: Value

  init() throws { (bench, password) = try AccountsBench.withOfficer() }

  private func change(_ old: Value, to new: Value, as principal: Principal) throws {
    try bench.store.run("accounts.set-password", .record(["old": old, "new": new]), as: principal)
  }

  @Test func `a weak password and a wrong old one are refused at their fields`() throws {
    let principal = try bench.identify(try bench.login("m.rezaei", password))
    for weak: Value in [
      "short", "aaaaaaaaaaaaaaaa", "password12345", "m.rezaei1405", "golestan12345", "qwertyuiop123",
      "crooked rezaei pencils", "مداد کج رضایی شکست",
    ] {
      #expect(try bench.refusal { try change(password, to: weak, as: principal) } == ["/newaccounts.weak-password"], "\(weak)")
    }
    #expect(
      try bench.refusal { try change("x", to: "nardeban-e abi 47 pelleh", as: principal) } == ["/oldaccounts.wrong-password"])
  }

  @Test func `guessing the old one is slowed down as signing in is, and the right one ends the pause`() throws {
    let principal = try bench.identify(try bench.login("m.rezaei", password))
    for _ in 1...5 {
      #expect(
        try bench.refusal { try change("x", to: "nardeban-e abi 47 pelleh", as: principal) } == ["/oldaccounts.wrong-password"])
    }
    #expect(try bench.refusal { try change(password, to: "nardeban-e abi 47 pelleh", as: principal) } == ["login.pause"])
    #expect(try bench.refusal { try bench.login("m.rezaei", password) } == ["login.pause"])
    bench.store.wait(seconds: 2)
    try change(password, to: "nardeban-e abi 47 pelleh", as: principal)
    _ = try bench.login("m.rezaei", "nardeban-e abi 47 pelleh")
  }

  @Test func `the new one counts from then on, and the other sessions end`() throws {
    let kept = try bench.login("m.rezaei", password)
    let other = try bench.login("m.rezaei", password)
    try change(password, to: "nardeban-e abi 47 pelleh", as: try bench.identify(kept))
    #expect(try bench.identify(kept).staff == 1)
    #expect(try bench.refusal { try bench.identify(other) } == ["session.ended"])
    #expect(try bench.refusal { try bench.login("m.rezaei", password) } == ["login.wrong"])
    _ = try bench.login("m.rezaei", "nardeban-e abi 47 pelleh")
  }

  @Test func `an account without any post changes its password too`() throws {
    let secret = try bench.create("no.post", in: "IR-12")
    let principal = try bench.identify(try bench.login("no.post", secret))
    try change(secret, to: "nardeban-e abi 47 pelleh", as: principal)
    _ = try bench.login("no.post", "nardeban-e abi 47 pelleh")
  }

  @Test func `a reset by an administrator ends the sessions and gives a new secret`() throws {
    let token = try bench.login("m.rezaei", password)
    let secret = try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: bench.golestan)["oneTimeSecret"]
    #expect(try bench.refusal { try bench.identify(token) } == ["session.ended"])
    #expect(try bench.refusal { try bench.login("m.rezaei", password) } == ["login.wrong"])
    _ = try bench.login("m.rezaei", try #require(secret))
  }
}
