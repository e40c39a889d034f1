import Engine
import Feature
import Ledger
import Store
import Testing
import Values

@testable import Host

/// What was settled before charges were kept is counted, and can be taken back.
@Suite(.enabled(if: KeptStore.canUnpack, "there is no tar or gzip on this machine"))
struct `A settlement of an earlier version` {
  @Test func `stands as it was, and is taken back once`() throws {
    let kept = try KeptStore("0.1.0")
    let runtime = try kept.open()
    let grants = ["provincial.director", "rehabilitation.deputy"].map { Principal.Grant(role: $0, scope: .province("IR-27")) }
    let director = try Caller(
      runtime, principal: Principal(id: "u900", staff: 900, name: "director", grants: grants, session: "kept"), channel: "kept")
    let before = try director.rows("training.settlements")
    #expect(before.count == 5 && before.allSatisfy { $0["reversedOn"] == .null && $0["payment"] == .null })
    let settlement = try #require(before.first)
    let code = settlement["course"] ?? .null
    func settle() throws { try director.perform("training.settle", .record(["course": code])) }
    #expect(throws: Refusal.self) { try settle() }
    func reverse() throws {
      try director.perform("training.reverse-settlement", .record(["settlement": settlement["id"] ?? .null, "reason": "اشتباه"]))
    }
    try reverse()
    #expect(throws: Refusal.self) { try reverse() }
    try settle()
    #expect(throws: Refusal.self) { try settle() }
    let after = try director.rows("training.settlements")
    #expect(after.count == 6 && after.filter { $0["reversedOn"] == .null }.count == 5)
    runtime.close()
    #expect(try StoryStore.verify(kept.folder).conclusion == .proven)
  }
}
