import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Accounts

/// What somebody else made opens changing it, and nothing else.
@Suite struct `A secret made by somebody else` {
  private let bench: AccountsBench
  private let secret: Value
  private let own: Value = "nardeban-e abi 47 pelleh"

  init() throws { (bench, secret) = try AccountsBench.withOfficer() }

  private func me(_ token: String) throws -> Value { try bench.store.ask("accounts.me", as: bench.identify(token)) }

  private func change(_ token: String) throws {
    try bench.store.run("accounts.set-password", .record(["old": secret, "new": own]), as: try bench.identify(token))
  }

  @Test func `opens its own change, telling who one is, the language and signing out; everything else is refused with what to do`() throws {
    let signedIn = try bench.store.run("accounts.login", .record(["user": "m.rezaei", "password": secret]), as: .nobody)
    #expect(signedIn["duty"] == "changePassword")
    let officer = try bench.identify(signedIn["token"]?.string ?? "")
    let told = try bench.store.ask("accounts.me", as: officer)
    #expect(told["duty"] == "changePassword" && told["roles"] == ["prevention.officer"] && told["secretGivenOn"] != .null)
    try bench.store.run("accounts.choose-language", .record(["language": "fa"]), as: officer)
    let calls: [(String, Value)] = [
      ("accounts.name-acting", .record(["staff": 1, "acting": 1, "from": "1405/02/03", "until": "1405/02/04", "letter": "۱"])),
      ("accounts.report-absence", .record(["staff": 1, "from": "1405/02/03", "until": "1405/02/04"])),
      ("accounts.confirm-password", .record(["staff": 1])),
      ("regions.add-neighbourhood", .record(["province": "IR-27", "name": "محله", "setting": "urban"])),
    ]
    for (act, input) in calls {
      for dryRun in [false, true] {
        let refusal = try #require(try refused { try bench.store.run(act, input, as: officer, dryRun: dryRun) }, "\(act)")
        #expect(refusal.kind == .forbidden && refusal.code == "accounts.change-password-first", "\(act) \(refusal.code)")
        #expect(refusal.texts.en.contains("accounts set-password") && refusal.texts.fa.contains("accounts set-password"))
        #expect(refusal.next.map(\.command) == ["accounts.set-password"])
      }
    }
    #expect(try refused { try bench.store.ask("cases.tasks", as: officer) }?.code == "accounts.change-password-first")
    let catalogue = bench.store.runtime.catalogue(for: officer)
    #expect(catalogue.duty?.en.contains("accounts set-password") == true)
    #expect(
      catalogue.commands.map(\.id) == [
        "accounts.login", "accounts.logout", "accounts.set-password", "accounts.choose-language", "accounts.end-session", "accounts.me",
        "accounts.sessions",
      ])
    try bench.store.run("accounts.logout", as: officer)
  }

  @Test func `is changed once, and the posts count from then on`() throws {
    let token = try bench.login("m.rezaei", secret)
    try change(token)
    #expect(try me(token)["duty"] == .null)
    #expect(try bench.identify(token).scope(for: .oneself) != nil)
    let again = try bench.store.run("accounts.login", .record(["user": "m.rezaei", "password": own]), as: .nobody)
    #expect(again["duty"] == .null)
  }

  @Test func `is not chosen again`() throws {
    let officer = try bench.identify(try bench.login("m.rezaei", secret))
    let input = Value.record(["old": secret, "new": secret])
    #expect(try bench.refusal { try bench.store.run("accounts.set-password", input, as: officer) } == ["/newaccounts.same-password"])
    #expect(try bench.identify(try bench.login("m.rezaei", secret)).duty != nil)
  }

  @Test func `dies after seven days or as many as are set, which only who knows it is told; a reset gives another`() throws {
    try bench.create("changed.one")
    bench.store.day = bench.store.day.adding(days: 7)
    _ = try bench.login("m.rezaei", secret)
    bench.store.day = bench.store.day.adding(days: 1)
    #expect(try bench.refusal { try bench.login("m.rezaei", "wrong") } == ["login.wrong"])
    let refusal = try #require(try refused { try bench.login("m.rezaei", secret) })
    #expect(refusal.faults.map(\.code) == ["accounts.secret-expired"] && refusal.rule?["id"] == "accounts.one-time-secret")
    #expect(refusal.next.map(\.command) == ["accounts.reset-password"] && !"\(refusal.next)".contains(secret.string ?? ""))
    let reset = try bench.store.run("accounts.reset-password", .record(["staff": 1]), as: bench.golestan)
    _ = try bench.login("m.rezaei", reset["oneTimeSecret"] ?? .null)
  }

  @Test func `that was changed in time lives on`() throws {
    try change(try bench.login("m.rezaei", secret))
    bench.store.day = bench.store.day.adding(days: 400)
    _ = try bench.login("m.rezaei", own)
  }

  @Test func `stands in the ledger with who made it and when it was changed, and never as itself`() throws {
    try change(try bench.login("m.rezaei", secret))
    let leaves = try bench.leaves()
    let about = leaves.filter { $0.contains("accounts.credential/1") }
    #expect(about.contains { $0.contains("accounts.create-staff") } && about.contains { $0.contains("accounts.set-password") })
    for hidden in [secret, own] { #expect(!leaves.contains { $0.contains(hidden.string ?? "?") }) }
  }

  @Test func `does not concern an account of an older store`() throws {
    let older = Staff(
      code: "", province: Province(code: "IR-27"), userName: "older.one", fullName: "همکار پیشین", password: Secret(""), isDisabled: false)
    let row = try bench.store.transaction(as: bench.nation) { try $0.insert(older) }
    #expect(try bench.store.snapshot(as: bench.nation) { try $0.duty(of: row.id) } == nil)
  }
}
