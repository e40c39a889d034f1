import Foundation
import Ledger
import Secrets
import Store
import Testing
import Values

@Suite struct VerifyTests {
  @Test func `an untouched store is consistent, and proven by an anchor`() throws {
    let audited = try AuditedBench(50)
    let report = try audited.verify()
    #expect(report.faults.map(\.what.en) == [])
    #expect(report.conclusion == .unanchored)
    #expect((report.entries, report.size, report.rows) == (50, 50, 5))
    #expect(report.openings == 13 + 9)
    #expect(report.notes > 1)
    let mark = try String(contentsOfFile: audited.bench.mark, encoding: .utf8)
    let anchored = try audited.verify(anchors: [Anchor(parsing: mark, source: "hwm")])
    #expect((anchored.conclusion, anchored.anchoredSize) == (.proven, 50))
    let typed = try Anchor(parsing: "50 \(report.root)", source: "paper")
    #expect(try audited.verify(anchors: [typed]).conclusion.exitCode == 0)
  }

  @Test func `a copy needs only the public key`() throws {
    let audited = try AuditedBench(10)
    let path = audited.bench.database + ".copy"
    try audited.connection.execute("VACUUM INTO '\(path)'")
    let copy = try Connection(path: path, mode: .copy)
    #expect(try audited.verify(on: copy, vault: false).conclusion == .unanchored)
    let foreign = try SigningKey(seed: SecretKey.random()).verifyingKey
    #expect(try audited.verify(on: copy, vault: false, key: foreign).conclusion == .tampered)
    let own = try LedgerVerifier.verify(
      on: copy, key: nil, keyName: LedgerBench.name, tables: [AuditedBench.table])
    #expect((own.conclusion, own.warnings.count) == (.unanchored, 1))
  }

  @Test func `dropped, swapped, repeated and inserted entries are named`() throws {
    let audited = try AuditedBench(20)
    try audited.disarm()
    let swap = [
      "UPDATE audit_entry SET leaf = (SELECT leaf FROM audit_entry WHERE id = 8), "
        + "hash = (SELECT hash FROM audit_entry WHERE id = 8) WHERE id = 7"
    ]
    #expect(try audited.after("DELETE FROM audit_entry WHERE id = 6").firstBad?.seq == 6)
    #expect(try audited.after(swap[0]).firstBad?.seq == 7)
    let swapped = try audited.after(
      "UPDATE audit_entry SET id = 100, idx = 100 WHERE id = 7", "UPDATE audit_entry SET id = 7, idx = 7 WHERE id = 8",
      "UPDATE audit_entry SET id = 8, idx = 8 WHERE id = 100")
    #expect(swapped.firstBad?.seq == 7)
    let appended = try audited.after(
      "INSERT INTO audit_entry SELECT 20, 1, 20, leaf, hash FROM audit_entry WHERE id = 19")
    #expect(appended.firstBad?.seq == 20)
    #expect(try audited.after("DELETE FROM audit_head").conclusion == .tampered)
    #expect(try audited.after("DELETE FROM audit_entry").firstBad?.seq == 0)
    #expect(try audited.verify().conclusion == .unanchored)
  }

  @Test func `a rewritten past is caught without the key, and with the key by an anchor`() throws {
    let audited = try AuditedBench(12)
    let anchor = try Anchor(parsing: "12 \(audited.verify().root)", source: "paper")
    try audited.disarm()
    // The owner of the key makes another history from the same point of departure.
    let other = try AuditedBench(11)
    #expect(try other.verify().conclusion == .unanchored)
    try other.write(99)
    let report = try other.verify(anchors: [anchor])
    #expect((report.conclusion, report.firstBad?.seq) == (.tampered, 11))
  }

  @Test func `a cut-off end is caught only by an anchor`() throws {
    let audited = try AuditedBench(9)
    let old = try Anchor(
      parsing: String(contentsOfFile: audited.bench.mark, encoding: .utf8), source: "hwm")
    let path = audited.bench.database + ".old"
    try audited.connection.execute("VACUUM INTO '\(path)'")
    try audited.write(9)
    let mark = try Anchor(parsing: String(contentsOfFile: audited.bench.mark, encoding: .utf8), source: "hwm")
    let restored = try Connection(path: path, mode: .copy)
    #expect(try audited.verify(on: restored).conclusion == .unanchored)
    let report = try audited.verify(anchors: [mark], on: restored)
    #expect((report.conclusion, report.firstBad?.seq) == (.tampered, 9))
    #expect(try audited.verify(anchors: [old], on: restored).conclusion == .proven)
  }

  @Test func `rows changed, added or removed behind the ledger are found`() throws {
    let audited = try AuditedBench(10)
    let changed = try audited.after("UPDATE people_person SET name = 'x' WHERE id = 3")
    #expect((changed.conclusion, changed.firstBad?.seq) == (.tampered, 7))
    let removed = try audited.after("DELETE FROM people_person WHERE id = 4")
    #expect((removed.conclusion, removed.firstBad?.seq) == (.tampered, 8))
    let added = try audited.after("INSERT INTO people_person VALUES(77, 'x', NULL)")
    #expect((added.conclusion, added.faultCount) == (.tampered, 1))
    #expect(added.firstBad?.what.en.contains("people.person/77") == true)
    let dropped = try audited.after("DROP TABLE people_person")
    #expect((dropped.conclusion, dropped.faultCount) == (.tampered, 6))
  }

  @Test func `missing openings are legitimate only with an entry of erasure`() throws {
    let audited = try AuditedBench(10)
    let subject = audited.subjects[0]
    let hex = Hex.encode(subject)
    let erase = [
      "DELETE FROM audit_subject_key WHERE subject = x'\(hex)'", "DELETE FROM audit_opening WHERE subject = x'\(hex)'",
    ]
    let silent = try audited.after(erase[0], erase[1])
    #expect((silent.conclusion, silent.firstBad?.seq) == (.tampered, 0))
    #expect(try audited.after(erase[0]).conclusion == .tampered)
    try audited.bench.group {
      for statement in erase { try audited.connection.execute(statement) }
      var draft = LedgerBench.draft(70, object: "privacy.erasure/1")
      draft.act = "privacy.erase"
      draft.after = [Value.Member("subject", .bytes(subject))]
      _ = try audited.bench.append(draft)
    }
    #expect(try audited.verify().faults.map(\.what.en) == [])
  }

  @Test func `proofs lead from an entry to the signed head`() throws {
    let audited = try AuditedBench(21)
    let root = try #require(TreeHash(base64: try audited.verify().root))
    let file = try AuditProof.inclusion(of: 13, on: audited.connection)
    let hashes = file.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).prefix { !$0.isEmpty }
    let proof = hashes.compactMap { TreeHash(base64: $0) }
    let leaf = TreeHash.leaf(try audited.bench.leaf(13))
    #expect(ProofCheck.inclusion(of: leaf, at: 13, in: 21, root: root, proof: proof))
    #expect(file.hasSuffix(try #require(try AuditProof.head(on: audited.connection))))
    let lines = try AuditProof.consistency(from: 9, to: 21, on: audited.connection).split(separator: "\n")
    let old = GrownTree(try (0..<9).map { try audited.bench.leaf($0) }).range.root
    #expect(
      ProofCheck.consistency(
        from: 9, root: old, to: 21, root: root, proof: lines.compactMap { TreeHash(base64: $0) }))
    #expect(throws: StoredTree.Fault.self) { try AuditProof.inclusion(of: 21, on: audited.connection) }
    #expect(throws: StoredTree.Fault.self) { try AuditProof.consistency(from: 9, to: 22, on: audited.connection) }
  }

  @Test func `entries are shown with the Jalali time of Tehran, newest first`() throws {
    let audited = try AuditedBench(10)
    let history = try AuditShow.history(of: "people.person/3", on: audited.connection)
    #expect(history.map { $0["seq"] } == [7, 2])
    let entry = try #require(try AuditShow.entry(2, on: audited.connection))
    #expect(entry["at"] == "2026-03-21T08:14:00.000000Z")
    #expect(entry["at_jalali"] == "1405/01/01 11:44:00")
    #expect(try AuditShow.entry(10, on: audited.connection) == nil)
    #expect(try AuditShow.history(of: "people.person/3", before: 7, on: audited.connection).count == 1)
  }
}
