import Foundation
import Ledger
import Secrets
import Store
import Values

/// The ledger alone, without the work whose entries it writes.
struct LedgerMeasures {
  let sheet: Sheet
  let store: BenchStore

  /// Entries as a night of renewals leaves them, 600 to a commit; only the appending is measured.
  func append() throws {
    let folder = store.folder.path
    let connection = try Connection(path: folder + "/ledger.db", mode: .writer)
    try Migrations(LedgerSchema.migrations) { Digest.sha256($0) }.apply(to: connection, at: "2026-03-21T08:00:00.000000Z")
    let ledger = try LedgerWriter(
      on: connection, vault: Vault(master: MasterKey(try .random())), key: SigningKey(seed: try .random()),
      name: "audit.hamyar.example/bench/1", highWaterMark: folder + "/ledger.hwm", publishesBeside: true)
    defer { ledger.closing() }
    let (commits, size) = (200, 600)
    var (time, processor) = (0.0, 0.0)
    for commit in 0..<commits {
      let drafts = (0..<size).map { draft(commit * size + $0) }
      try connection.execute("BEGIN IMMEDIATE")
      try ledger.began(on: connection)
      let before = processorSeconds()
      time += try seconds { for draft in drafts { _ = try ledger.append(draft, on: connection) } }
      processor += processorSeconds() - before
      try ledger.willCommit(on: connection)
      try connection.execute("COMMIT")
      ledger.didCommit()
    }
    let each = time / Double(commits * size) * 1e6
    sheet.keep("append.microseconds", each)
    sheet.note("append: \(short(processor / Double(commits * size) * 1e6)) us of processor time an entry")
    sheet.add("appending an entry, rows and tree included", goal: "<= 8 us each", figure: "\(short(each)) us each", isMet: each <= 8)
  }

  private func draft(_ number: Int) -> EntryDraft {
    var draft = EntryDraft(
      act: "healthbases.renew", actor: LedgerActor(id: "job.nightly", kind: "job", role: "job.nightly"),
      at: "2027-03-20T20:30:00.123456Z", module: "healthbases", object: "healthbases.agreement/\(number / 2 + 1)",
      origin: LedgerOrigin(channel: "job", host: "srv1", session: ""), outcome: .ok, province: "27",
      request: "night-1406-01-01-\(number / 2)")
    draft.revision = 2
    draft.before = [Value.Member("decision", "approved"), Value.Member("state", "active")]
    draft.after = [Value.Member("decision", .null), Value.Member("ended_on", .int(20_900)), Value.Member("state", "ended")]
    draft.state = Bytes32()
    draft.rules = [
      .record([
        "cfg": .text(String(repeating: "c0ffee00", count: 8)), "facts": .text(String(repeating: "deadbeef", count: 8)),
        "id": "healthbases.renewal", "verdict": "pass", "ver": 1,
      ])
    ]
    draft.cause = number > 0 ? Int64(number - 1) : nil
    return draft
  }
}
