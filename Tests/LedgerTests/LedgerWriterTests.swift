import Foundation
import Ledger
import Secrets
import Store
import Testing
import Values

@Suite struct LedgerWriterTests {
  @Test func `entries are numbered, chained and signed`() throws {
    let bench = try LedgerBench()
    let seqs = try bench.group { try (0..<20).map { try bench.append(LedgerBench.draft($0)) } }
    #expect(seqs == Array(0..<20))
    var previous = String(repeating: "0", count: 64)
    for seq in seqs {
      let entry = try bench.entry(seq)
      #expect(entry["seq"] == .int(seq))
      #expect(entry["epoch"] == 1)
      #expect(entry["v"] == 1)
      #expect(entry["prev"] == .text(previous))
      previous = TreeHash.leaf(try bench.leaf(seq)).description
    }
    let note = try String(contentsOfFile: bench.mark, encoding: .utf8)
    let key = try #require(NoteKey(name: LedgerBench.name, kind: .log, key: bench.signing.verifyingKey))
    let signed = try SignedNote(parsing: Array(note.utf8))
    #expect(try signed.verified(by: [key]).count == 1)
    let tree = GrownTree(try seqs.map { try bench.leaf($0) })
    #expect(Checkpoint(signed.text)?.root == tree.range.root)
    #expect(try bench.count("audit_node") == Int64(tree.nodes.count - 20))
  }

  @Test func `a later start goes on where the store ends`() throws {
    let bench = try LedgerBench()
    try bench.fill(13)
    try bench.reopen()
    #expect(try bench.group { try bench.append(LedgerBench.draft(13)) } == 13)
    let tree = GrownTree(try (0..<14).map { try bench.leaf($0) })
    let note = try SignedNote(parsing: Array(Data(contentsOf: URL(fileURLWithPath: bench.mark))))
    #expect(Checkpoint(note.text) == Checkpoint(origin: LedgerBench.name, size: 14, root: tree.range.root))
  }

  @Test func `another key or another name does not go on`() throws {
    let bench = try LedgerBench()
    try bench.fill(1)
    let other = try SigningKey(seed: SecretKey.random())
    #expect { try bench.reopen(other) } throws: { ($0 as? LedgerFault)?.kind == .key }
    #expect { try bench.reopen(name: "elsewhere.example/1") } throws: { ($0 as? LedgerFault)?.kind == .key }
  }

  @Test func `a rolled back savepoint and a failed group leave no gap`() throws {
    let bench = try LedgerBench()
    try bench.fill(5)
    try bench.group {
      #expect(try bench.append(LedgerBench.draft(5)) == 5)
      try bench.connection.execute("SAVEPOINT unit")
      #expect(try bench.append(LedgerBench.draft(6)) == 6)
      #expect(try bench.append(LedgerBench.draft(7)) == 7)
      try bench.connection.execute("ROLLBACK TO unit")
      try bench.connection.execute("RELEASE unit")
      #expect(try bench.append(LedgerBench.draft(8)) == 6)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try bench.group {
        _ = try bench.append(LedgerBench.draft(9))
        throw Stop()
      }
    }
    #expect(try bench.group { try bench.append(LedgerBench.draft(10)) } == 7)
    let tree = GrownTree(try (0..<8).map { try bench.leaf($0) })
    let note = try SignedNote(parsing: Array(Data(contentsOf: URL(fileURLWithPath: bench.mark))))
    #expect(Checkpoint(note.text)?.root == tree.range.root)
  }

  @Test func `an authorizer at work lets the ledger write`() throws {
    let bench = try LedgerBench()
    try bench.fill(3)
    try bench.reopen()
    try bench.connection.installScopedViews(over: [])
    try bench.fill(3, from: 3)
    // Any change of the schema makes SQLite prepare the cached statements again.
    try bench.connection.execute("CREATE TABLE groups_later(id INTEGER PRIMARY KEY) STRICT")
    try bench.fill(3, from: 6)
    #expect(try bench.count("audit_entry") == 9)
  }

  @Test func `a store one commit ahead of the published mark is taken up`() throws {
    let bench = try LedgerBench()
    try bench.fill(3)
    try bench.group(publishing: false) { _ = try bench.append(LedgerBench.draft(3)) }
    try bench.reopen()
    let note = try SignedNote(parsing: Array(Data(contentsOf: URL(fileURLWithPath: bench.mark))))
    #expect(Checkpoint(note.text)?.size == 4)
  }

  @Test func `a store behind the published mark is refused with both sizes`() throws {
    let bench = try LedgerBench()
    try bench.fill(3)
    bench.connection.checkpoint(.truncate)
    let old = try Data(contentsOf: URL(fileURLWithPath: bench.database))
    try bench.fill(4, from: 3)
    bench.connection.checkpoint(.truncate)
    try old.write(to: URL(fileURLWithPath: bench.database))
    #expect {
      try bench.reopen()
    } throws: { error in
      guard let fault = error as? LedgerFault else { return false }
      return fault.kind == .behind && fault.texts.en.contains("3") && fault.texts.en.contains("7")
    }
  }

  @Test func `a mark that cannot be written is retried at the next commit`() throws {
    let bench = try LedgerBench()
    try bench.fill(1)
    try FileManager.default.createDirectory(atPath: bench.mark + ".new", withIntermediateDirectories: true)
    try bench.fill(1, from: 1)
    #expect(bench.ledger.publicationFault != nil)
    try FileManager.default.removeItem(atPath: bench.mark + ".new")
    try bench.group {}
    #expect(bench.ledger.publicationFault == nil)
    let note = try SignedNote(parsing: Array(Data(contentsOf: URL(fileURLWithPath: bench.mark))))
    #expect(Checkpoint(note.text)?.size == 2)
  }

  @Test func `the last note of each hour and day is kept`() throws {
    let bench = try LedgerBench()
    for (number, at) in ["20T22:59", "20T23:10", "20T23:59", "21T00:01", "21T00:02"].enumerated() {
      var draft = LedgerBench.draft(number)
      draft.at = "2026-03-\(at):00.000000Z"
      _ = try bench.group { try bench.append(draft) }
    }
    let kept = try bench.connection.privileged("SELECT size, why FROM audit_checkpoint ORDER BY size").all()
    #expect(kept == [[1, "hour"], [3, "day"]])
  }

  @Test func `a preview equals the entry that follows, both reduced`() throws {
    let bench = try LedgerBench()
    var draft = LedgerBench.draft(1)
    draft.after.append(Value.Member("mobile", .personal(.text("09121234567"))))
    draft.after.append(Value.Member("account", .secret(.text("IR580540105180021273113007"))))
    draft.whyText = "به درخواست خود شخص"
    draft.rules = [.record(["cfg": "aa", "facts": "bb", "id": "groups.r", "verdict": "pass", "ver": 3])]
    draft.cause = 0
    let preview = try bench.ledger.preview(draft)
    draft.rules = [.record(["cfg": "aa", "facts": "cc", "id": "groups.r", "verdict": "pass", "ver": 3])]
    let seq = try bench.group { try bench.append(draft) }
    #expect(try EntryPreview.reduced(bench.leaf(seq)) == preview)
    #expect(preview["after"]?["mobile"] == .record(["c": "*"]))
    let text = String(decoding: try bench.leaf(seq), as: UTF8.self)
    for guarded in ["0912", "IR58", "درخواست"] { #expect(!text.contains(guarded)) }
  }

  @Test func `an entry that is too long is refused and leaves nothing`() throws {
    let bench = try LedgerBench()
    var draft = LedgerBench.draft(0)
    draft.after = (0..<40).map { Value.Member("n\($0)", .text(String(repeating: "x", count: 450))) }
    #expect {
      try bench.group { _ = try bench.append(draft) }
    } throws: { ($0 as? LedgerFault)?.kind == .tooLarge }
    try bench.fill(1)
    #expect(try bench.count("audit_entry") == 1)
  }

  @Test(arguments: [
    "UPDATE audit_entry SET idx = 9 WHERE id = 1", "DELETE FROM audit_entry WHERE id = 1",
    "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE id = 1",
    "INSERT INTO audit_entry SELECT * FROM audit_entry WHERE id = 1 ON CONFLICT(id) DO UPDATE SET leaf = x'00'",
    "UPDATE audit_checkpoint SET why = 'x'", "DELETE FROM audit_checkpoint",
    "INSERT OR REPLACE INTO audit_checkpoint SELECT * FROM audit_checkpoint",
    "UPDATE audit_opening SET box = x'00'", "DELETE FROM audit_opening",
    "INSERT OR REPLACE INTO audit_opening SELECT * FROM audit_opening",
    "INSERT OR REPLACE INTO audit_subject_key SELECT * FROM audit_subject_key",
  ])
  func `the guards refuse changes of the past`(sql: String) throws {
    let bench = try LedgerBench()
    let subject = try bench.vault.newSubject(on: bench.connection)
    for number in [0, 61, 122] {
      var draft = LedgerBench.draft(number)
      draft.after = [Value.Member("mobile", .personal("09121234567"))]
      draft.subject = subject
      _ = try bench.group { try bench.append(draft) }
    }
    #expect(throws: StoreFault.self) { try bench.connection.execute(sql) }
  }
}
