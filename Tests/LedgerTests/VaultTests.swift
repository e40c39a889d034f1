import Ledger
import Secrets
import Store
import Testing
import Values

@Suite struct VaultTests {
  private let plain = Array("۰۹۱۲".utf8)
  private let place = VaultPlace(table: "people_person", column: "mobile", row: 4)

  @Test func `a box opens at its own place only`() throws {
    let bench = try LedgerBench()
    let (vault, connection) = (bench.vault, bench.connection)
    for subject in [nil, try vault.newSubject(on: connection)] {
      let box = try vault.seal(plain, at: place, subject: subject, on: connection)
      #expect(try vault.open(box, at: place, subject: subject, on: connection) == plain)
      let elsewhere = [
        VaultPlace(table: "people_person", column: "mobile", row: 5),
        VaultPlace(table: "people_person", column: "phone", row: 4),
        VaultPlace(table: "people_persons", column: "mobile", row: 4),
        VaultPlace(table: "people_personm", column: "obile", row: 4),
      ]
      for place in elsewhere {
        #expect(throws: SecretFault.self) { try vault.open(box, at: place, subject: subject, on: connection) }
      }
    }
  }

  @Test func `a box of one person does not open as another's or as nobody's`() throws {
    let bench = try LedgerBench()
    let (vault, connection) = (bench.vault, bench.connection)
    let one = try vault.newSubject(on: connection)
    let other = try vault.newSubject(on: connection)
    let box = try vault.seal(plain, at: place, subject: one, on: connection)
    #expect(throws: SecretFault.self) { try vault.open(box, at: place, subject: other, on: connection) }
    #expect(throws: SecretFault.self) { try vault.open(box, at: place, subject: nil, on: connection) }
    #expect(throws: SecretFault.self) { try vault.open([], at: place, subject: one, on: connection) }
    #expect(throws: SecretFault.self) { try vault.open([1], at: place, subject: one, on: connection) }
  }

  @Test func `what belongs to an erased person is gone at once, on every connection`() throws {
    let bench = try LedgerBench()
    let (vault, connection) = (bench.vault, bench.connection)
    let subject = try vault.newSubject(on: connection)
    let box = try vault.seal(plain, at: place, subject: subject, on: connection)
    let reader = try Connection(path: bench.database, mode: .reader)
    #expect(try vault.open(box, at: place, subject: subject, on: reader) == plain)
    try connection.privileged("DELETE FROM audit_subject_key WHERE subject=?").bind([.bytes(subject)]).run()
    #expect(try vault.open(box, at: place, subject: subject, on: reader) == nil)
    #expect {
      try vault.seal(plain, at: place, subject: subject, on: connection)
    } throws: { ($0 as? LedgerFault)?.kind == .erased }
  }

  @Test func `blind indexes find equal values of one purpose`() throws {
    let bench = try LedgerBench()
    let index = bench.vault.blindIndex("0076229645", purpose: "people.national_id")
    #expect(index.count == 16)
    #expect(index == bench.vault.blindIndex("0076229645", purpose: "people.national_id"))
    #expect(index != bench.vault.blindIndex("0076229645", purpose: "staff.national_id"))
    #expect(index != bench.vault.blindIndex("0076229646", purpose: "people.national_id"))
  }
}
