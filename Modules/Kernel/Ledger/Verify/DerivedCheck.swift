import Store
import Values

/// Inner nodes and query indexes: derived, but proofs and the separation of duties read them.
final class DerivedCheck {
  private let connection: Connection
  private var nodes: Int64 = 0
  private var entries: Int64 = 0
  private var firsts: Int64 = 0

  init(on connection: Connection) { self.connection = connection }

  func check(_ completed: [TreeNode], _ seq: Int64, _ report: inout VerifyReport) throws {
    for node in completed.dropFirst() {
      nodes += 1
      let place = node.place
      let stored = try connection.kernel("SELECT hash FROM main.audit_node WHERE epoch=1 AND level=? AND idx=?")
        .bind([.int(Int64(place.level)), .int(Int64(clamping: place.index))]).first()
      guard stored != .bytes(node.hash.bytes) else { continue }
      report.add(
        seq, "گره \(place.level)/\(place.index) درخت درست نیست.", "the tree node \(place.level)/\(place.index) is wrong"
      )
    }
  }

  func check(_ entry: StoredEntry, _ seq: Int64, _ report: inout VerifyReport) throws {
    entries += 1
    let listed = try connection.kernel("SELECT 1 FROM main.audit_ix WHERE obj=? AND entry=?")
      .bind([.text(entry.object), .int(seq)]).first()
    if listed == nil { report.add(seq, "در نمایهٔ اشیا نیست.", "it is missing from the index of objects") }
    guard entry.outcome == EntryDraft.Outcome.ok.rawValue else { return }
    let first = try connection.kernel("SELECT entry FROM main.audit_ix_actor WHERE obj=? AND actor=?")
      .bind([.text(entry.object), .text(entry.actor)]).first()?.integer
    if first == seq { firsts += 1 }
    if first.map({ $0 > seq }) ?? true {
      report.add(seq, "در نمایهٔ دست‌اندرکاران نیست.", "it is missing from the index of actors")
    }
  }

  func finish(_ report: inout VerifyReport) throws {
    for (table, expected) in [("audit_node", nodes), ("audit_ix", entries), ("audit_ix_actor", firsts)] {
      let stored = try connection.kernel(text: "SELECT count(*) FROM main.\(table)").first()?.integer ?? 0
      guard stored != expected else { continue }
      report.add(
        nil, "\(table) \(stored) ردیف دارد، نه \(expected).", "\(table) has \(stored) rows instead of \(expected)")
    }
  }
}
