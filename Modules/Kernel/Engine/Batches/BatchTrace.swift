import Ledger
import Store
import Values

/// What one imported sheet did to one row, as the ledger tells it.
struct BatchTrace {
  /// `module.thing/row`.
  let object: String
  /// Whether the sheet made it (then its entry tells its number too); otherwise it was there before.
  let isMade: Bool
  /// After the sheet's last change of it.
  private(set) var revision: Int64
  /// The last entry of the sheet about it.
  private(set) var lastEntry: Int64
  /// What the members were before the sheet, and what the sheet left; guarded ones are sealed yet.
  private(set) var before: [String: Member] = [:]
  private(set) var after: [String: Member] = [:]

  /// A value as it stands in an entry.
  struct Member {
    let value: Value
    let entry: Int64
    /// `before.name`, by which an opening is found.
    let field: String
  }

  var kind: String { String(object.prefix { $0 != "/" }) }
  var row: Int64 { Int64(object.dropFirst(kind.count + 1)) ?? 0 }

  /// Every row that a sheet touched, in the order in which it touched them first.
  ///
  /// - Throws: `StoreFault` when the store cannot be read, `Refusal` when an entry is no JSON.
  static func all(of record: BatchRecord, on connection: Connection) throws -> [BatchTrace] {
    guard let first = record.firstEntry, let last = record.lastEntry else { return [] }
    var traces: [BatchTrace] = []
    var places: [String: Int] = [:]
    // Sheets of earlier versions remember the last entry of their first row; its first is the cause of that.
    let start = try AuditShow.entry(first, on: connection)?["cause"]?.integer ?? first
    let rows = try connection.privileged("SELECT id, leaf FROM main.audit_entry WHERE id BETWEEN ? AND ? ORDER BY id")
      .bind([.int(start), .int(last)])
    defer { rows.reset() }
    while try rows.step() {
      let entry = try JSONReader.read(rows.bytes(1))
      guard entry["req"]?.string == record.request, entry["act"]?.string == record.action, entry["out"]?.string == "ok",
        entry["actor"]?["id"]?.string == record.owner, entry["state"] != nil, let object = entry["obj"]?.string,
        let revision = entry["rev"]?.integer
      else { continue }
      let place = places[object] ?? traces.count
      if place == traces.count {
        places[object] = place
        traces.append(BatchTrace(object: object, isMade: entry["after"]?["id"] != nil, revision: revision, lastEntry: rows.int(0)))
      }
      traces[place].take(entry, revision, rows.int(0))
    }
    return traces
  }

  private mutating func take(_ entry: Value, _ revision: Int64, _ number: Int64) {
    (self.revision, lastEntry) = (revision, number)
    guard !isMade else { return }
    for member in entry["before"]?.members ?? [] where before[member.name] == nil {
      before[member.name] = Member(value: member.value, entry: number, field: "before.\(member.name)")
    }
    for member in entry["after"]?.members ?? [] {
      after[member.name] = Member(value: member.value, entry: number, field: "after.\(member.name)")
    }
  }
}
