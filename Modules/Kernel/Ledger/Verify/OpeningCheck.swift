import Secrets
import Store
import Values

/// Whether every guarded value can still be opened, or was erased by an entry that says so.
final class OpeningCheck {
  private let vault: Vault?
  private let connection: Connection
  private var found: Int64 = 0
  /// Persons whose openings are gone, with the first entry concerned. Settled when all erasures are known.
  private var gone: [String: Int64] = [:]
  private var erased: Set<String> = []

  init(vault: Vault?, on connection: Connection) {
    self.vault = vault
    self.connection = connection
  }

  func check(_ entry: StoredEntry, _ seq: Int64, _ report: inout VerifyReport) throws {
    if let person = entry.erased { erased.insert(person) }
    for value in entry.committed { try check(value, of: entry, seq, &report) }
  }

  private func check(
    _ value: StoredEntry.Committed, of entry: StoredEntry, _ seq: Int64, _ report: inout VerifyReport
  ) throws {
    let statement = try connection.kernel("SELECT box, subject FROM main.audit_opening WHERE entry=? AND field=?")
      .bind([.int(seq), .text(value.field)])
    guard try statement.step() else {
      return missing(value, of: entry, seq, &report)
    }
    let box = statement.bytes(0)
    let subject = statement.isNull(1) ? nil : statement.bytes(1)
    statement.reset()
    found += 1
    guard subject.map(Hex.encode) == entry.subject else {
      return report.add(
        seq, "گشایهٔ \(value.field) به شخص دیگری بسته است.", "the opening of \(value.field) is bound to another person")
    }
    guard try isKeyed(subject) else { return missing(value, of: entry, seq, &report) }
    guard let vault else { return }
    let place = VaultPlace(table: "audit_opening", column: value.field, row: seq)
    do {
      guard let opening = try vault.open(box, at: place, subject: subject, on: connection) else {
        return missing(value, of: entry, seq, &report)
      }
      let commitment = Commitment(opening: opening, field: value.field, epoch: entry.epoch, seq: seq)
      if Hex.encode(commitment.digest) == value.digest { return }
    } catch is SecretFault {}
    report.add(
      seq, "گشایهٔ \(value.field) با تعهد ثبت‌شده نمی‌خواند.",
      "the opening of \(value.field) does not fit its commitment")
  }

  private func isKeyed(_ subject: [UInt8]?) throws -> Bool {
    guard let subject else { return true }
    return try connection.kernel("SELECT 1 FROM main.audit_subject_key WHERE subject=?").bind([.bytes(subject)])
      .first() != nil
  }

  private func missing(
    _ value: StoredEntry.Committed, of entry: StoredEntry, _ seq: Int64, _ report: inout VerifyReport
  ) {
    if let person = entry.subject {
      gone[person] = min(gone[person] ?? seq, seq)
    } else {
      report.add(seq, "گشایهٔ \(value.field) نیست.", "the opening of \(value.field) is missing")
    }
  }

  func finish(_ report: inout VerifyReport) throws {
    report.openings = found
    for (person, seq) in gone where !erased.contains(person) {
      report.add(
        seq, "گشایه‌ها یا کلید شخص \(person) بی‌آنکه ثبت «\(StoredEntry.erasure)» باشد نیست.",
        "openings or key of person \(person) are gone without an entry \(StoredEntry.erasure)")
    }
    let stored = try connection.kernel("SELECT count(*) FROM main.audit_opening").first()?.integer ?? 0
    if stored != found {
      report.add(
        nil, "\(stored - found) گشایه به هیچ ثبتی تعلق ندارد.", "\(stored - found) openings belong to no entry")
    }
  }
}
