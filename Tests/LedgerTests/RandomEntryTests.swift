import Foundation
import Ledger
import Secrets
import Store
import Testing
import Values

@Suite struct RandomEntryTests {
  private static let pieces: [String] = [
    "\"", "\\", "/", "\u{1}", "\u{8}", "\t", "\n", "\u{C}", "\r", "\u{1F}", "\u{7F}", "a", "Z", "کرمان", "ي", "ی",
    "\u{200C}", "e\u{301}", "é", "😀", "\u{FFFD}", "\u{2028}", " ", "<", "&", "0", "\u{10FFFF}",
  ]

  private func text(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private func value(_ random: inout SplitMix64) -> Value {
    switch Int.random(in: 0...6, using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .int(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &random))
    case 3: .bytes((0..<8).map { _ in UInt8.random(in: 0...255, using: &random) })
    case 4: .secret(.text(text(&random)))
    case 5: .personal(.text(text(&random)))
    default: .text(text(&random))
    }
  }

  private func draft(_ number: Int, _ random: inout SplitMix64) -> EntryDraft {
    var draft = LedgerBench.draft(number)
    draft.after = (0..<Int.random(in: 0...6, using: &random)).map { Value.Member("f\($0)_.x", value(&random)) }
    draft.before = (0..<Int.random(in: 0...3, using: &random)).map { Value.Member("b\(9 - $0)", value(&random)) }
    draft.whyText = Bool.random(using: &random) ? text(&random) : nil
    draft.whyCode = Bool.random(using: &random) ? "rule.refused" : nil
    draft.outcome = [.ok, .denied, .failed].randomElement(using: &random) ?? .ok
    draft.province = Bool.random(using: &random) ? "08" : nil
    draft.cause = Bool.random(using: &random) ? Int64(number) : nil
    return draft
  }

  @Test func `ten thousand random entries are canonical, and another reader sees the same`() throws {
    let bench = try LedgerBench()
    var random = SplitMix64(seed: 1405)
    var drafts: [EntryDraft] = []
    for start in stride(from: 0, to: 10_000, by: 500) {
      let group = (start..<start + 500).map { draft($0, &random) }
      try bench.group { for draft in group { _ = try bench.append(draft) } }
      drafts += group
    }
    let report = try LedgerVerifier.verify(
      on: bench.connection, key: bench.signing.verifyingKey, keyName: LedgerBench.name, tables: [], vault: bench.vault)
    #expect(report.faults.map(\.what.en) == [])
    #expect(report.entries == 10_000)
    for (seq, draft) in drafts.enumerated() {
      let read = try JSONSerialization.jsonObject(with: Data(bench.leaf(Int64(seq))))
      let entry = try #require(read as? [String: Any])
      #expect(entry["seq"] as? Int == seq)
      #expect((entry["after"] != nil, entry["before"] != nil) == (!draft.after.isEmpty, !draft.before.isEmpty))
      let after = entry["after"] as? [String: Any] ?? [:]
      for member in draft.after {
        switch member.value {
        case .text(let text): #expect((after[member.name] as? String).map { Array($0.utf8) } == Array(text.utf8))
        case .int(let number): #expect(after[member.name] as? Int64 == number)
        case .null: #expect(after[member.name] is NSNull)
        case .secret, .personal: #expect((after[member.name] as? [String: String])?["c"]?.utf8.count == 64)
        default: #expect(after[member.name] != nil)
        }
      }
    }
  }
}
