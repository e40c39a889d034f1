import Ledger
import Secrets
import Store
import Values

/// A ledger with a business table whose rows are bound to it, some of them of persons.
final class AuditedBench {
  static let table = AuditedTable(object: "people.person", table: "people_person", columns: ["id", "name", "mobile"])

  let bench: LedgerBench
  private(set) var subjects: [[UInt8]] = []
  var connection: Connection { bench.connection }

  /// `count` entries over five rows.
  init(_ count: Int) throws {
    bench = try LedgerBench()
    try connection.execute("CREATE TABLE people_person(id INTEGER PRIMARY KEY, name TEXT, mobile BLOB) STRICT")
    for _ in 0..<5 { subjects.append(try bench.vault.newSubject(on: connection)) }
    for number in 0..<count { try write(number) }
  }

  func write(_ number: Int) throws {
    let id = Int64(number % 5 + 1)
    let subject = subjects[number % 5]
    try bench.group {
      let stored: [Value] = [.int(id), .text("نام \(number)"), .bytes([UInt8(number % 256), 2, 3])]
      try connection.privileged("INSERT OR REPLACE INTO people_person(id,name,mobile) VALUES(?,?,?)").bind(stored).run()
      let members = zip(Self.table.columns, stored).map { Value.Member($0, $1) }
      var draft = LedgerBench.draft(number * 7, object: "people.person/\(id)")
      draft.state = try CanonicalJSON.write(.object(members)).withUnsafeBytes { Digest.sha256($0) }
      draft.subject = subject
      if number % 4 == 0 { draft.after.append(Value.Member("mobile", .secret(.text("0912000\(number)")))) }
      if number % 6 == 0 { draft.whyText = "به درخواست" }
      _ = try bench.append(draft)
    }
  }

  func verify(
    anchors: [Anchor] = [], on other: Connection? = nil, vault: Bool = true, key: VerifyingKey? = nil
  ) throws -> VerifyReport {
    try LedgerVerifier.verify(
      on: other ?? connection, key: key ?? bench.signing.verifyingKey, keyName: LedgerBench.name,
      tables: [Self.table], anchors: anchors, vault: vault ? bench.vault : nil)
  }

  /// Takes the guards away, as somebody with the file can.
  func disarm() throws {
    for name in try connection.privileged("SELECT name FROM sqlite_schema WHERE type='trigger'").all() {
      try connection.execute("DROP TRIGGER \(name[0].string ?? "")")
    }
  }

  /// Verifies after changes that are then taken back.
  func after(_ sql: String..., anchors: [Anchor] = []) throws -> VerifyReport {
    try connection.execute("SAVEPOINT mutation")
    defer {
      try? connection.execute("ROLLBACK TO mutation")
      try? connection.execute("RELEASE mutation")
    }
    for statement in sql { try connection.execute(statement) }
    return try verify(anchors: anchors)
  }
}
