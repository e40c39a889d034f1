import Feature
import Ledger
import Secrets
import Store
public import Values

/// First answers by principal and Idempotency-Key. They are sealed: whoever repeats a call is told the same, personal data
/// in clear included where the first answer showed it.
enum IdempotencyStore {
  struct Kept {
    /// Keyed hash of command and input.
    let fingerprint: [UInt8]
    /// JSON, as the principal saw it.
    let answer: [UInt8]
    /// The last ledger entry that the first call wrote.
    let entry: Int64?
  }

  static func find(_ key: String, of principal: String, _ vault: Vault, _ connection: Connection) throws -> Kept? {
    let row = try connection.privileged("SELECT fingerprint, answer, entry FROM registry_answer WHERE actor=? AND key=?")
      .bind([.text(principal), .text(key)]).all().first
    guard let row, case .bytes(let fingerprint) = row[0], case .bytes(let box) = row[1],
      let answer = try vault.open(box, at: place(key, principal), subject: nil, on: connection)
    else { return nil }
    return Kept(fingerprint: fingerprint, answer: answer, entry: row[2].integer)
  }

  static func keep(
    _ kept: Kept, _ key: String, of principal: String, at now: Int64, _ vault: Vault, _ connection: Connection
  ) throws {
    try connection.privileged("DELETE FROM registry_answer WHERE at < ?").bind([.int(now - Maintenance.answersLive)]).run()
    let box = try vault.seal(kept.answer, at: place(key, principal), subject: nil, on: connection)
    try connection.privileged("INSERT INTO registry_answer(actor,key,fingerprint,answer,entry,at) VALUES(?,?,?,?,?,?)")
      .bind([
        .text(principal), .text(key), .bytes(kept.fingerprint), .bytes(box), kept.entry.map(Value.int) ?? .null, .int(now),
      ]).run()
  }

  /// The table has no row numbers: the place is a digest of principal and key, so that no box opens in another's row.
  private static func place(_ key: String, _ principal: String) -> VaultPlace {
    let digest = Digest.sha256(Array(principal.utf8) + [0] + Array(key.utf8)).prefix(8)
    let row = digest.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return VaultPlace(table: "registry_answer", column: "answer", row: Int64(bitPattern: row))
  }
}

/// What a caller believes a row to be before changing it (RFC 9110, If-Match).
public enum ExpectedRevision: Sendable, Equatable {
  /// Whatever it is now.
  case any
  /// One of these revisions; for none of them the answer is 412.
  case oneOf([Int64])
}

extension Command {
  /// The field of the path that names the row this command is about: the last one, when it is a reference.
  public var rowField: Field? {
    guard let last = pathFields.last, let field = fields.first(where: { $0.name == last }),
      case .reference = field.kind
    else { return nil }
    return field
  }
}

/// Compares the stored revision of the row in the path with the expected one, inside the transaction of the change.
struct Precondition: Sendable {
  private let object: String
  private let row: Value
  private let expected: [Int64]

  /// Nil when there is nothing to compare.
  init?(_ command: Command, _ input: Value, _ context: CallContext) {
    guard case .oneOf(let expected) = context.expected, let field = command.rowField,
      case .reference(let object, _) = field.kind, let row = input[field.name]
    else { return nil }
    (self.object, self.row, self.expected) = (object, row, expected)
  }

  /// - Throws: `Refusal` 412. A row that is not there is left to the action, which says so in its own words.
  func check(_ reader: StoreSnapshot) throws {
    guard let layout = reader.tables.layout(of: object) else { return }
    guard let row = try row.integer ?? row.string.flatMap({ try reader.row(of: object, named: $0) }) else { return }
    let found = try reader.rows(text: "SELECT rev FROM \(layout.table.name) WHERE id = ?", [.int(row)])
    guard let revision = found.first?.first?.integer, !expected.contains(revision) else { return }
    throw Refusal(
      .preconditionFailed, "precondition.revision",
      Texts(
        "این ردیف در این میان تغییر کرده است (ویرایش \(revision))؛ دوباره بخوانید.",
        "This row was changed meanwhile: it is at revision \(revision) now. Read it again."))
  }
}
