import Ledger
import Engine
import Feature
import Store
import TestKit
import Values

@testable import Host

/// All business rows and all entries of a store, in a form in which two stores can be compared.
struct Snapshot: Equatable {
  /// Rows as text, by table.
  var rows: [String: [String]] = [:]
  /// Reduced entries in order, without those of signing in and out.
  var entries: [String] = []

  /// Perishable tables of the accounts desk.
  private static let perishable: Set<String> = ["accounts_session", "accounts_presence", "accounts_throttle", "accounts_session_origin"]
  private static let signing: Set<String> = ["accounts.login", "accounts.logout", "accounts.set-password"]

  /// - Parameter exactly: also what only the moment or chance decides: sealed values, random names, times.
  init(_ folder: StoreFolder, _ registry: Registry, exactly: Bool = false) throws {
    for sheet in registry.tables.all where !Snapshot.perishable.contains(sheet.table.name) {
      let columns = sheet.columns.filter { exactly || ($0.guarding != .secret && !$0.name.hasSuffix("_at")) }.map(\.name)
      let all = try folder.rows("SELECT \(columns.joined(separator: ",")) FROM \(sheet.table.name) ORDER BY id")
      rows[sheet.table.name] = all.map { row in
        zip(columns, row).compactMap { Snapshot.cell($0.0, $0.1, exactly) }.joined(separator: " ")
      }
    }
    for leaf in try folder.leaves() {
      let members = try EntryPreview.reduced(leaf).members.filter { $0.name != "state" }
      let entry = Value.object(members.map(Snapshot.named))
      if Snapshot.signing.contains(entry["act"]?.string ?? "") { continue }
      entries.append(JSONWriter.text(entry))
    }
  }

  /// Without the random name under which a person's values are sealed.
  private static func named(_ member: Value.Member) -> Value.Member {
    guard ["after", "before"].contains(member.name) else { return member }
    return Value.Member(member.name, .object(member.value.members.filter { $0.name != "subject" }))
  }

  /// A blob is sealed, a digest of something sealed, or a random name.
  private static func cell(_ name: String, _ value: Value, _ exactly: Bool) -> String? {
    if case .bytes = value, !exactly { return nil }
    return "\(name)=\(JSONWriter.text(value))"
  }

  /// Entries that are no refusals.
  var done: [String] { entries.filter { !$0.contains("\"out\":\"denied\"") } }

  /// Where two stores differ, for people.
  static func difference(_ one: Snapshot, _ other: Snapshot) -> [String] {
    var found: [String] = []
    for (table, rows) in one.rows.sorted(by: { $0.key < $1.key }) where rows != other.rows[table] {
      found += first(table, rows, other.rows[table] ?? [])
    }
    if one.entries != other.entries { found += first("ledger", one.entries, other.entries) }
    return found
  }

  private static func first(_ name: String, _ one: [String], _ other: [String]) -> [String] {
    let index = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(one.count, other.count)
    func line(_ lines: [String]) -> String { lines.indices.contains(index) ? lines[index] : "nothing" }
    return ["\(name) \(one.count)/\(other.count) at \(index):", "  \(line(one))", "  \(line(other))"]
  }
}
