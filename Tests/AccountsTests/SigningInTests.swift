import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Signing in` {
  let bench: AccountsBench
  let password: Value

  init() throws { (bench, password) = try AccountsBench.withOfficer() }

  @Test func `the right password opens a session of that person, in any case of the name`() throws {
    let principal = try bench.identify(try bench.login("M.Rezaei", password))
    #expect(principal.staff == 1 && principal.id == "u1" && principal.name == "مریم رضایی")
    let me = try bench.store.ask("accounts.me", as: principal)
    #expect(me["roles"] == ["prevention.officer"] && me["province"] == "IR-27")
  }

  @Test func `a wrong password, an unknown name and a closed account are told apart by nobody`() throws {
    let wrong = #expect(throws: Refusal.self) { try bench.login("m.rezaei", "x") }
    let unknown = #expect(throws: Refusal.self) { try bench.login("nobody", password) }
    try bench.store.run("accounts.disable", .record(["staff": 1, "reason": "بازنشستگی"]), as: bench.nation)
    let closed = #expect(throws: Refusal.self) { try bench.login("m.rezaei", password) }
    for refusal in [wrong, unknown, closed] {
      #expect(refusal?.kind == .unauthenticated && refusal?.code == "login.wrong")
      #expect(refusal?.texts == wrong?.texts && refusal?.faults.isEmpty == true)
    }
  }

  @Test func `the pause begins with the fifth failure, also for the right password, and passes`() throws {
    for _ in 1...4 {
      #expect(try bench.refusal { try bench.login("m.rezaei", "x") } == ["login.wrong"])
    }
    _ = try bench.login("m.rezaei", password)
    for _ in 1...5 {
      #expect(try bench.refusal { try bench.login("m.rezaei", "x") } == ["login.wrong"])
    }
    let pause = #expect(throws: Refusal.self) { try bench.login("m.rezaei", password) }
    #expect(pause?.kind == .tooMany && pause?.code == "login.pause" && pause?.retryAfter == 1)
    bench.store.wait(seconds: 2)
    _ = try bench.login("m.rezaei", password)
  }

  @Test func `a name that nobody has is slowed down in the same way`() throws {
    for _ in 1...5 { #expect(try bench.refusal { try bench.login("nobody", "x") } == ["login.wrong"]) }
    #expect(try bench.refusal { try bench.login("nobody", "x") } == ["login.pause"])
  }

  @Test func `the pause doubles up to a quarter of an hour and is never a lock`() throws {
    var pauses: [Int] = []
    for _ in 1...17 {
      #expect(try bench.refusal { try bench.login("m.rezaei", "x") } == ["login.wrong"])
      guard let seconds = try waiting("x") else { continue }
      pauses.append(seconds)
      bench.store.wait(seconds: Int64(seconds))
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900])
    _ = try bench.login("m.rezaei", password)
  }

  @Test func `an address has ten times the patience, and a quiet day forgets`() throws {
    for number in 1...50 {
      #expect(try bench.refusal { try bench.login(.text("user\(number)"), "x") } == ["login.wrong"])
    }
    #expect(try waiting(password) == 1)
    bench.store.wait(minutes: 25 * 60)
    #expect(try bench.refusal { try bench.login("m.rezaei", "x") } == ["login.wrong"])
    _ = try bench.login("m.rezaei", password)
  }

  /// - Returns: the seconds to wait; nil for a session or another refusal.
  private func waiting(_ password: Value) throws -> Int? {
    let refusal = try refused { try bench.login("m.rezaei", password) }
    return refusal?.kind == .tooMany ? refusal?.retryAfter : nil
  }
}
