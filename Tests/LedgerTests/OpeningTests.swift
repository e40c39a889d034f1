import Secrets
import Store
import Testing
import Values

@testable import Ledger

@Suite struct Openings {
  private let bench: LedgerBench
  private let subject: [UInt8]

  init() throws {
    bench = try LedgerBench()
    subject = try bench.vault.newSubject(on: bench.connection)
  }

  private func draft(_ guarded: Int, subject: [UInt8]?) -> EntryDraft {
    var draft = LedgerBench.draft(0)
    draft.subject = subject
    draft.after = (0..<guarded).map { Value.Member("n\($0)", .personal(.text("value \($0)"))) } + [Value.Member("open", .int(1))]
    return draft
  }

  @Test(arguments: [0, 1, EntryOpenings.mostRows - 1, EntryOpenings.mostRows, EntryOpenings.mostRows + 1, 2 * EntryOpenings.mostRows])
  func `each guarded value has its own, which opens its commitment`(count: Int) throws {
    var draft = draft(count, subject: subject)
    draft.before = [Value.Member("n0", .secret(.text("before")))]
    draft.whyText = "به درخواست"
    let seq = try bench.group { try bench.append(draft) }
    let rows = try bench.connection.privileged("SELECT field, box, subject FROM audit_opening WHERE entry=? ORDER BY field")
      .bind([.int(seq)]).all()
    #expect(rows.count == count + 2)
    let entry = try bench.entry(seq)
    for row in rows {
      let field = try #require(row[0].string)
      guard case .bytes(let box) = row[1] else { throw LedgerFault.inconsistent("", "") }
      #expect(row[2] == .bytes(subject))
      let place = VaultPlace(table: "audit_opening", column: field, row: seq)
      let opening = try #require(try bench.vault.open(box, at: place, subject: subject, on: bench.connection))
      let names = field.split(separator: ".", maxSplits: 1).map(String.init)
      let digest = Commitment(opening: opening, field: field, epoch: 1, seq: seq).digest.hex
      #expect(entry[names[0]]?[names[1]]?["c"]?.string == digest, "\(field)")
    }
  }

  @Test func `of nobody are sealed with the field key`() throws {
    let seq = try bench.group { try bench.append(draft(2, subject: nil)) }
    #expect(try bench.connection.privileged("SELECT count(*) FROM audit_opening WHERE subject IS NULL").first()?.integer == 2)
    #expect(try bench.entry(seq)["after"]?["n1"]?["c"] != nil)
  }

  @Test func `of an erased person are refused, an entry that needs none is not`() throws {
    try bench.connection.privileged("DELETE FROM audit_subject_key WHERE subject=?").bind([.bytes(subject)]).run()
    #expect {
      try bench.group { _ = try bench.append(draft(1, subject: subject)) }
    } throws: { ($0 as? LedgerFault)?.kind == .erased }
    _ = try bench.group { try bench.append(draft(0, subject: subject)) }
    #expect(try bench.count("audit_opening") == 0 && bench.count("audit_entry") == 1)
  }

  @Test func `of an entry that is too long are not written`() throws {
    var draft = draft(1, subject: subject)
    draft.after += (0..<40).map { Value.Member("x\($0)", .text(String(repeating: "x", count: 450))) }
    try bench.connection.execute("BEGIN IMMEDIATE")
    try bench.ledger.began(on: bench.connection)
    #expect(throws: LedgerFault.self) { try bench.append(draft) }
    #expect(try bench.count("audit_opening") == 0)
    try bench.connection.execute("ROLLBACK")
  }
}

@Suite struct `Names of persons` {
  @Test func `begin alike in a series, and are random else`() throws {
    let bench = try LedgerBench()
    let count = Vault.namesOfSeries + 2
    let names = try bench.group { try (0..<count).map { _ in try bench.vault.newSubject(on: bench.connection) } }
    #expect(names.allSatisfy { $0.count == Vault.subjectLength })
    #expect(Set(names.map { $0.dropFirst(4) }).count == count)
    #expect(Set(names.map { $0.prefix(4) }).count == 2)
    #expect(Set(names.prefix(Vault.namesOfSeries).map { $0.prefix(4) }).count == 1)
  }
}
