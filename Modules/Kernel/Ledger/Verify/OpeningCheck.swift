import Secrets
import Store
import Values

/// Whether every guarded value can still be opened, or was erased by an entry that says so.
final class OpeningCheck {
  private let vault: Vault?
  private let connection: Connection
  /// All openings, in the order in which the entries come.
  private let stored: Statement
  private var here: (entry: Int64, field: String)?
  /// A person whose key was there a moment ago: entries of one person often stand together.
  private var keyed: [UInt8] = []
  private var found: Int64 = 0
  /// Persons whose openings are gone, with the first entry concerned. Settled when all erasures are known.
  private var gone: [String: Int64] = [:]
  private var erased: Set<String> = []

  init(vault: Vault?, on connection: Connection) throws {
    self.vault = vault
    self.connection = connection
    stored = try connection.privileged("SELECT entry, field, box, subject FROM main.audit_opening ORDER BY entry, field")
    try advance()
  }

  private func advance() throws { here = try stored.step() ? (stored.int(0), stored.text(1)) : nil }

  func check(
    _ entry: StoredEntry, _ seq: Int64, _ index: Int, of batch: ReadBatch, _ report: inout VerifyReport
  ) throws {
    func text(_ range: Range<Int>?) -> String? { range.map { range in batch.withLeaf(index) { LeafReader.text(range, of: $0) } } }
    if let person = text(entry.erased) { erased.insert(person) }
    let person = text(entry.subject)
    for value in batch.committed[entry.committed] { try check(value, of: person, seq, epoch: entry.epoch, &report) }
  }

  private func check(
    _ value: StoredEntry.Committed, of person: String?, _ seq: Int64, epoch: Int64, _ report: inout VerifyReport
  ) throws {
    // What is passed over belongs to no entry; the count tells in the end.
    while let opening = here, (opening.entry, opening.field) < (seq, value.field) { try advance() }
    guard let opening = here, (opening.entry, opening.field) == (seq, value.field) else {
      return missing(value, of: person, seq, &report)
    }
    let subject = stored.isNull(3) ? nil : stored.bytes(3)
    found += 1
    guard subject.map(Hex.encode) == person else {
      return report.add(
        seq, "گشایهٔ \(value.field) به شخص دیگری بسته است.", "the opening of \(value.field) is bound to another person")
    }
    guard try isKeyed(subject) else { return missing(value, of: person, seq, &report) }
    guard let vault else { return }
    let place = VaultPlace(table: "audit_opening", column: value.field, row: seq)
    do {
      guard let opening = try vault.open(stored.bytes(2), at: place, subject: subject, on: connection) else {
        return missing(value, of: person, seq, &report)
      }
      let commitment = Commitment(opening: opening, field: value.field, epoch: epoch, seq: seq)
      if commitment.digest == value.digest { return }
    } catch is SecretFault {}
    report.add(
      seq, "گشایهٔ \(value.field) با تعهد ثبت‌شده نمی‌خواند.",
      "the opening of \(value.field) does not fit its commitment")
  }

  private func isKeyed(_ subject: [UInt8]?) throws -> Bool {
    guard let subject, subject != keyed else { return true }
    let key = try connection.privileged("SELECT 1 FROM main.audit_subject_key WHERE subject=?").bind([.bytes(subject)]).first()
    if key != nil { keyed = subject }
    return key != nil
  }

  private func missing(
    _ value: StoredEntry.Committed, of person: String?, _ seq: Int64, _ report: inout VerifyReport
  ) {
    if let person {
      gone[person] = min(gone[person] ?? seq, seq)
    } else {
      report.add(seq, "گشایهٔ \(value.field) نیست.", "the opening of \(value.field) is missing")
    }
  }

  func finish(_ report: inout VerifyReport) throws {
    stored.reset()
    report.openings = found
    for (person, seq) in gone where !erased.contains(person) {
      report.add(
        seq, "گشایه‌ها یا کلید شخص \(person) بی‌آنکه ثبت «\(StoredEntry.erasure)» باشد نیست.",
        "openings or key of person \(person) are gone without an entry \(StoredEntry.erasure)")
    }
    let stored = try connection.privileged("SELECT count(*) FROM main.audit_opening").first()?.integer ?? 0
    if stored != found {
      report.add(
        nil, "\(stored - found) گشایه به هیچ ثبتی تعلق ندارد.", "\(stored - found) openings belong to no entry")
    }
  }
}
