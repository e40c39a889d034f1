import CSQLite
import CSodium
import Glibc

/// The ceiling of writing: SQLite and libsodium called without anything of the house between, doing the inserts that a
/// unit of work does, hashing each entry and signing once a commit, `synchronous=FULL`.
final class RawLoop {
  /// What one unit writes.
  struct Unit {
    let inserts: Int
    let updates: Int
    let entries: Int
    let verdicts: Int
  }

  private var database: OpaquePointer?
  private var row: OpaquePointer?
  private var update: OpaquePointer?
  private var entry: OpaquePointer?
  private var node: OpaquePointer?
  private var object: OpaquePointer?
  private var principal: OpaquePointer?
  private var verdict: OpaquePointer?
  private var head: OpaquePointer?
  private var rows: Int64 = 0
  private var entries: Int64 = 0
  private var verdicts: Int64 = 0
  private var secret = [UInt8](repeating: 7, count: 64)
  private let leaf = [UInt8](repeating: 0x61, count: 700)
  private let box = [UInt8](repeating: 0x62, count: 140)

  init(file: String) throws {
    guard sqlite3_open(file, &database) == SQLITE_OK else { throw Complaint("sqlite3_open \(file)") }
    try execute(
      """
      PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;
      CREATE TABLE r(id INTEGER PRIMARY KEY, rev INTEGER, code TEXT UNIQUE, province TEXT, county INTEGER, base INTEGER,
        name TEXT, state TEXT, starts INTEGER, ends INTEGER, decision TEXT, decided INTEGER) STRICT;
      CREATE INDEX r_province ON r(province, id); CREATE INDEX r_base ON r(base); CREATE INDEX r_ends ON r(ends);
      CREATE TABLE e(id INTEGER PRIMARY KEY, epoch INTEGER, idx INTEGER, leaf BLOB, hash BLOB, UNIQUE(epoch, idx)) STRICT;
      CREATE TABLE n(level INTEGER, idx INTEGER, hash BLOB, PRIMARY KEY(level, idx)) STRICT, WITHOUT ROWID;
      CREATE TABLE x(obj TEXT, entry INTEGER, PRIMARY KEY(obj, entry)) STRICT, WITHOUT ROWID;
      CREATE TABLE a(obj TEXT, actor TEXT, entry INTEGER, PRIMARY KEY(obj, actor)) STRICT, WITHOUT ROWID;
      CREATE TABLE v(id INTEGER PRIMARY KEY, entry INTEGER, rule TEXT, day INTEGER, facts BLOB) STRICT;
      CREATE INDEX v_entry ON v(entry); CREATE TABLE h(id INTEGER PRIMARY KEY, note BLOB) STRICT;
      """)
    row = try prepare("INSERT INTO r VALUES(?,1,?,'IR-27',NULL,?,'پایگاه سنجش','active',20500,20865,'approved',20600)")
    update = try prepare("UPDATE r SET rev=rev+1, state='ended', decision=NULL WHERE id=?")
    entry = try prepare("INSERT INTO e VALUES(?,1,?,?,?)")
    node = try prepare("INSERT INTO n VALUES(1,?,?)")
    object = try prepare("INSERT INTO x VALUES(?,?)")
    principal = try prepare("INSERT OR IGNORE INTO a VALUES(?,'u17',?)")
    verdict = try prepare("INSERT INTO v VALUES(?,?,'healthbases.renewal',20865,?)")
    head = try prepare("INSERT OR REPLACE INTO h VALUES(1,?)")
  }

  deinit {
    for statement in [row, update, entry, node, object, principal, verdict, head] { sqlite3_finalize(statement) }
    sqlite3_close(database)
  }

  /// - Returns: units a second.
  func run(_ unit: Unit, count: Int, unitsPerCommit: Int) throws -> Double {
    let time = try seconds {
      var left = count
      while left > 0 {
        try execute("BEGIN IMMEDIATE")
        for _ in 0..<min(left, unitsPerCommit) { try write(unit) }
        try sign()
        try execute("COMMIT")
        left -= unitsPerCommit
      }
    }
    return Double(count) / time
  }

  private func write(_ unit: Unit) throws {
    for _ in 0..<unit.updates {
      sqlite3_bind_int64(update, 1, max(1, rows / 2))
      try step(update)
    }
    for _ in 0..<unit.inserts {
      rows += 1
      sqlite3_bind_int64(row, 1, rows)
      bind(row, 2, "AG-27-1405-\(rows)")
      sqlite3_bind_int64(row, 3, rows / 2)
      try step(row)
    }
    for _ in 0..<unit.entries { try writeEntry() }
    for _ in 0..<unit.verdicts {
      verdicts += 1
      sqlite3_bind_int64(verdict, 1, verdicts)
      sqlite3_bind_int64(verdict, 2, entries)
      sqlite3_bind_blob(verdict, 3, box, Int32(box.count), hamyar_sqlite_transient())
      try step(verdict)
    }
  }

  private func writeEntry() throws {
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&hash, leaf, UInt64(leaf.count))
    sqlite3_bind_int64(entry, 1, entries)
    sqlite3_bind_int64(entry, 2, entries)
    sqlite3_bind_blob(entry, 3, leaf, Int32(leaf.count), hamyar_sqlite_transient())
    sqlite3_bind_blob(entry, 4, hash, 32, hamyar_sqlite_transient())
    try step(entry)
    crypto_hash_sha256(&hash, hash, 32)
    sqlite3_bind_int64(node, 1, entries)
    sqlite3_bind_blob(node, 2, hash, 32, hamyar_sqlite_transient())
    try step(node)
    let name = "healthbases.agreement/\(entries)"
    for statement in [object, principal] {
      bind(statement, 1, name)
      sqlite3_bind_int64(statement, 2, entries)
      try step(statement)
    }
    entries += 1
  }

  private func sign() throws {
    var signature = [UInt8](repeating: 0, count: 64)
    crypto_sign_detached(&signature, nil, leaf, 100, secret)
    sqlite3_bind_blob(head, 1, signature, 64, hamyar_sqlite_transient())
    try step(head)
  }

  private func bind(_ statement: OpaquePointer?, _ index: Int32, _ text: String) {
    sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), hamyar_sqlite_transient())
  }

  private func prepare(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { throw fault }
    return statement
  }

  private func step(_ statement: OpaquePointer?) throws {
    guard sqlite3_step(statement) == SQLITE_DONE else { throw fault }
    sqlite3_reset(statement)
  }

  private func execute(_ sql: String) throws {
    guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
  }

  private var fault: Complaint { Complaint(database.map { String(cString: sqlite3_errmsg($0)) } ?? "no database") }
}
