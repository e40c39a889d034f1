import Ledger
import Secrets
import Store
import Testing
import Values

/// Verification reads in batches of 1,024 and gives them to other threads: nothing may be lost between two of them.
@Suite struct LongLedgerTests {
  private static let size = 2_600

  private func long() throws -> AuditedBench {
    let audited = try AuditedBench(0)
    for start in stride(from: 0, to: Self.size, by: 100) {
      try audited.bench.group {
        for number in start..<start + 100 {
          var draft = LedgerBench.draft(
            number, object: "people.note/\"\(number % 300)\"\\\n", actor: number % 5 == 0 ? "مدیر \"۱\"" : nil)
          draft.whyText = number % 97 == 0 ? "به درخواست" : nil
          _ = try audited.bench.append(draft)
        }
      }
    }
    return audited
  }

  @Test func `it is proven by anchors before, at and behind the seams`() throws {
    let audited = try long()
    let tree = GrownTree(try (0..<Self.size).map { try audited.bench.leaf(Int64($0)) })
    let sizes = [1, 2, 1_023, 1_024, 1_025, 2_047, 2_048, 2_049, 2_050, Self.size - 1, Self.size]
    let anchors = try sizes.map { try Anchor(parsing: "\($0) \(tree.roots[$0].base64)", source: "paper \($0)") }
    let report = try audited.verify(anchors: anchors)
    #expect(report.faults.map(\.what.en) == [])
    #expect((report.conclusion, report.anchors, report.entries) == (.proven, sizes.count, Int64(Self.size)))
    #expect(report.root == tree.range.root.base64)
    #expect(report.notes > 10)
    let beyond = try Anchor(parsing: "\(Self.size + 1) \(report.root)", source: "paper")
    #expect(try audited.verify(anchors: [beyond]).firstBad?.seq == Int64(Self.size))
    for size in [1_023, 1_024, 1_025] {
      let forked = try Anchor(parsing: "\(size) \(report.root)", source: "paper")
      #expect(try audited.verify(anchors: [forked]).firstBad?.seq == Int64(size - 1))
    }
  }

  @Test func `a changed entry is named wherever it stands`() throws {
    let audited = try long()
    try audited.disarm()
    for seq in [0, 1, 1_022, 1_023, 1_024, 1_025, 2_047, 2_048, Self.size - 1] {
      let changed = try audited.after(
        "UPDATE audit_entry SET leaf = CAST(replace(leaf, 'groups.edit', 'groups.edib') AS BLOB) WHERE id = \(seq)")
      #expect(changed.firstBad?.seq == Int64(seq))
      #expect(try audited.after("DELETE FROM audit_entry WHERE id = \(seq)").conclusion == .tampered)
      let listed = try audited.after("DELETE FROM audit_ix WHERE entry = \(seq)")
      #expect((listed.firstBad?.seq, listed.faultCount) == (Int64(seq), 2))
    }
  }

  @Test func `inner nodes are compared at every level`() throws {
    let audited = try long()
    try audited.disarm()
    for (level, index) in [(1, 0), (1, 1_299), (9, 4), (10, 0), (10, 1), (11, 0)] {
      let node = "level = \(level) AND idx = \(index)"
      let report = try audited.after("UPDATE audit_node SET hash = x'\(String(repeating: "00", count: 32))' WHERE \(node)")
      #expect((report.faultCount, report.firstBad?.seq) == (1, Int64((index + 1) << level) - 1), "\(level)/\(index)")
      #expect(try audited.after("UPDATE audit_node SET hash = x'00' WHERE \(node)").conclusion == .tampered)
      #expect(try audited.after("UPDATE audit_node SET level = -1 WHERE \(node)").conclusion == .tampered)
    }
    for extra in ["2, 1, 0", "1, 40, 0", "1, 11, 1"] {
      let insert = "INSERT INTO audit_node SELECT \(extra), hash FROM audit_node WHERE level = 1 AND idx = 0"
      #expect(try audited.after(insert).conclusion == .tampered)
    }
  }

  @Test func `a change cannot be listed under another name, or under none`() throws {
    let audited = try long()
    try audited.disarm()
    for actor in ["'u9'", "NULL", "''"] {
      let report = try audited.after("UPDATE audit_ix SET actor = \(actor) WHERE entry = 41")
      #expect((report.firstBad?.seq, report.faultCount) == (41, 1))
    }
    #expect(try audited.after("UPDATE audit_ix SET entry = entry + 3000 WHERE entry = 40").firstBad?.seq == 40)
    #expect(try audited.after("INSERT INTO audit_ix SELECT obj, 9999, actor FROM audit_ix WHERE entry = 41").conclusion == .tampered)
  }
}
