import Foundation
import Jalali
import Engine
import Feature
import Secrets
import Store
import TestKit
import Testing
import Values

@Suite struct `Sessions` {
  let bench: AccountsBench
  let password: Value

  init() throws { (bench, password) = try AccountsBench.withOfficer() }

  private func ended(_ token: String) throws -> Bool { try bench.refusal { try bench.identify(token) } == ["session.ended"] }

  @Test func `no token is nobody, and a token that was made up is refused`() throws {
    let reader = try bench.store.runtime.openReader()
    #expect(try bench.store.runtime.identify(nil, reader: reader).id == Principal.nobody.id)
    let refusal = #expect(throws: Refusal.self) { try bench.identify(Random.token()) }
    #expect(refusal?.kind == .unauthenticated && refusal?.code == "session.ended")
  }

  @Test func `half an hour without a request ends a session`() throws {
    let token = try bench.login("m.rezaei", password)
    bench.store.wait(minutes: 29)
    _ = try bench.identify(token)
    try bench.create("flush")  // The writer has noted the use before this answers.
    bench.store.wait(minutes: 29)
    _ = try bench.identify(token)
    try bench.create("flush-too")
    bench.store.wait(minutes: 30)
    #expect(try ended(token))
  }

  @Test func `twelve hours end a session that is in use`() throws {
    let token = try bench.login("m.rezaei", password)
    for round in 1...28 {
      bench.store.wait(minutes: 25)
      _ = try bench.identify(token)
      try bench.create(.text("flush-\(round)"))
    }
    bench.store.wait(minutes: 20)
    #expect(try ended(token))
  }

  @Test func `signing out ends this session only`() throws {
    let first = try bench.login("m.rezaei", password)
    let second = try bench.login("m.rezaei", password)
    try bench.store.run("accounts.logout", as: try bench.identify(first))
    #expect(try ended(first))
    #expect(try bench.identify(second).staff == 1)
  }

  @Test func `closing the account and ending the sessions end them all at once`() throws {
    let first = try bench.login("m.rezaei", password)
    let second = try bench.login("m.rezaei", password)
    try bench.store.run("accounts.end-sessions", .record(["staff": 1]), as: bench.golestan)
    #expect(try ended(first))
    #expect(try ended(second))
    let third = try bench.login("m.rezaei", password)
    try bench.store.run("accounts.disable", .record(["staff": "ST-IR-1405-0001", "reason": "انتقال"]), as: bench.golestan)
    #expect(try ended(third))
  }

  @Test func `posts count from their first day to their last`() throws {
    try bench.assign("county.officer", county: 2, from: "1405/02/03", until: "1405/02/04")
    func roles(_ day: Int) throws -> [Principal.Grant] {
      bench.store.day = try .init(1405, 2, day)
      return try bench.identify(try bench.login("m.rezaei", password)).grants
    }
    let officer = Principal.Grant(role: "prevention.officer", scope: .province("IR-27"))
    let county = Principal.Grant(role: "county.officer", scope: .county("IR-27", 2))
    #expect(try roles(2) == [officer])
    #expect(try roles(3) == [officer, county])
    #expect(try roles(4) == [officer, county])
    #expect(try roles(5) == [officer])
  }

  @Test func `an ended post is gone from open sessions with the next request`() throws {
    bench.store.day = try .init(1405, 2, 2)
    let token = try bench.login("m.rezaei", password)
    #expect(try bench.identify(token).grants.count == 1)
    try bench.store.run("accounts.end-post", .record(["post": 1]), as: bench.golestan)
    #expect(try bench.identify(token).grants.isEmpty)
  }

  @Test func `a post of today ends today, and no end is ever put off`() throws {
    let token = try bench.login("m.rezaei", password)
    func end(_ until: Value) throws { try bench.store.run("accounts.end-post", .record(["post": 1, "until": until]), as: bench.golestan) }
    try end("1405/02/20")
    #expect(try bench.identify(token).grants.count == 1)
    try end(.null)
    #expect(try bench.identify(token).grants.isEmpty)
    try end("1410/01/01")
    #expect(try bench.identify(token).grants.isEmpty)
  }

  @Test func `neither token nor password stands anywhere in the store in clear`() throws {
    let token = try bench.login("m.rezaei", password)
    try bench.store.run(
      "accounts.set-password", .record(["old": password, "new": "nardeban-e abi 47 pelleh"]), as: try bench.identify(token))
    let secrets = [token, password.string ?? "", "nardeban-e abi 47 pelleh", "$argon2id$"]
    let raw = try #require(Base64.decode(url: token))
    for suffix in ["", "-wal"] {
      let data = try Data(contentsOf: URL(filePath: bench.store.path.database + suffix))
      for secret in secrets { #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret) in database\(suffix)") }
      #expect(data.range(of: Data(raw)) == nil)
    }
    let leaves = try bench.leaves()
    #expect(leaves.contains { $0.contains("accounts.set-password") } && leaves.contains { $0.contains("accounts.login") })
    for secret in secrets + ["argon2"] { #expect(!leaves.contains { $0.contains(secret) }) }
  }
}
