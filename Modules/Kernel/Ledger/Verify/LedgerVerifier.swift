public import Secrets
public import Store
import Values

/// Proves or refutes that the ledger and the business tables are what was once written. One pass, offline, on the
/// live store or a copy; a public key is enough.
public enum LedgerVerifier {
  /// Reads one epoch from its first entry to its head.
  ///
  /// - Parameters:
  ///   - key: the log's public key as the verifier knows it. Without it the store's own is taken, with a warning.
  ///   - keyName: the log's origin.
  ///   - tables: the business tables to compare; objects of other tables are named in a warning.
  ///   - anchors: what is known from outside. The high-water mark beside the store counts only when handed in here.
  ///   - vault: opens the openings; without it only their presence is checked.
  ///   - progress: called now and then with the entries read and their total.
  ///   - keyName: the log's name; empty takes the store's own along with its key.
  /// - Throws: `LedgerFault.key` when no key is known, `StoreFault` when the store cannot be read at all.
  public static func verify(
    on connection: Connection, key: VerifyingKey?, keyName: String, tables: [AuditedTable], anchors: [Anchor] = [],
    vault: Vault? = nil, progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws -> VerifyReport {
    var report = VerifyReport()
    let noteKey = try noteKey(key, keyName, on: connection, &report)
    // One snapshot for all statements, also while somebody writes.
    try connection.savepoint("ledger_verify")
    defer { try? connection.release("ledger_verify") }
    try checkEpoch(noteKey, on: connection, &report)
    let key = ShortHash()
    let reader = LeafReader(tables, key: key)
    let notes = try NoteCheck(key: noteKey, anchors: anchors, on: connection)
    let derived = try DerivedSums(key: key, on: connection)
    defer { derived.close() }
    let openings = try OpeningCheck(vault: vault, on: connection)
    let states = StateCheck(tables, key: key, on: connection)
    var pass = EntryPass(notes: notes, derived: derived, openings: openings, states: states, reader: reader, key: key)
    do {
      try pass.run(on: connection, &report, progress: progress)
      try checkHead(notes, pass.range, on: connection, &report)
      try notes.finish(pass.range.size, &report)
      if try !derived.areRight() {
        var search = DerivedSearch(reader: reader, on: connection)
        try search.run(&report)
      }
      try openings.finish(&report)
    } catch let fault as StoreFault {
      report.add(Int64(clamping: pass.range.size), "خوانده نشد: \(fault.texts.fa)", "unreadable: \(fault.texts.en)")
    }
    states.finish(&report)
    report.root = pass.range.root.base64
    return report
  }

  private static func noteKey(
    _ key: VerifyingKey?, _ name: String, on connection: Connection, _ report: inout VerifyReport
  ) throws -> NoteKey {
    if let key, let known = NoteKey(name: name, kind: .log, key: key) { return known }
    let stored = try connection.privileged("SELECT vkey FROM main.audit_key WHERE epoch=1").all().compactMap {
      $0[0].string
    }
    guard key == nil, let vkey = stored.first, let own = try? NoteKey(vkey: vkey), name.isEmpty || own.name == name else {
      throw LedgerFault(
        .key, "کلید عمومی دفتر «\(name)» در دست نیست.", "The public key of the log “\(name)” is not known.")
    }
    report.warn(
      "کلید عمومی از خود مخزن گرفته شد؛ آن را با نسخهٔ چاپی بسنجید: \(vkey)",
      "the public key was taken from the store itself; compare it with the printed one: \(vkey)")
    return own
  }

  private static func checkEpoch(_ key: NoteKey, on connection: Connection, _ report: inout VerifyReport) throws {
    let epochs = try connection.privileged("SELECT epoch, origin, base, state FROM main.audit_epoch").all()
    if epochs != [[1, .text(key.name), 0, "open"]] {
      report.add(nil, "دفتر دوره‌های دیگری دارد یا نامش دیگر است.", "the log has other epochs or another name")
    }
    let keys = try connection.privileged("SELECT vkey, epoch, from_size, to_size, revoked_at FROM main.audit_key").all()
    if keys != [[.text(key.vkey), 1, 0, .null, .null]] {
      report.add(nil, "فهرست کلیدهای دفتر آنی نیست که باید.", "the list of the log's keys is not what it should be")
    }
  }

  private static func checkHead(
    _ notes: NoteCheck, _ range: CompactRange, on connection: Connection, _ report: inout VerifyReport
  ) throws {
    let heads = try connection.privileged("SELECT epoch, size, note FROM main.audit_head").all()
    if heads.isEmpty, range.size == 0 { return }
    let last = max(0, Int64(clamping: range.size) - 1)
    guard heads.count == 1, heads[0][0] == 1, let size = heads[0][1].integer, let note = heads[0][2].string else {
      return report.add(last, "سرفصل امضاشده نیست.", "the signed head is missing")
    }
    report.notes += 1
    report.size = UInt64(clamping: size)
    guard UInt64(clamping: size) == range.size else {
      return report.add(
        min(max(0, size), last + 1), "سرفصل از \(size) ثبت می‌گوید، \(range.size) ثبت هست.",
        "the head speaks of \(size) entries, \(range.size) are there")
    }
    notes.check(note, at: range.size, range, &report)
  }
}
