import Store
import Values

/// Finds which inner nodes and index rows are wrong, look-up by look-up, once `DerivedSums` has shown that some are.
struct DerivedSearch {
  private let connection: Connection
  private let reader: LeafReader
  private var range = CompactRange()
  private var nodes: Int64 = 0
  private var entries: Int64 = 0

  init(reader: LeafReader, on connection: Connection) {
    self.connection = connection
    self.reader = reader
  }

  /// Walks over all entries once more.
  mutating func run(_ report: inout VerifyReport) throws {
    let rows = try connection.privileged("SELECT id, leaf FROM main.audit_entry ORDER BY id")
    defer { rows.reset() }
    var unused: [StoredEntry.Committed] = []
    while try rows.step() {
      let seq = rows.int(0)
      let leaf = rows.bytes(1)
      for node in range.append(TreeHash.leaf(leaf)).dropFirst() { try check(node, seq, &report) }
      try leaf.withUnsafeBufferPointer { leaf in
        unused.removeAll(keepingCapacity: true)
        if let entry = reader.read(leaf, &unused) { try check(entry, leaf, seq, &report) }
      }
    }
    try finish(&report)
  }

  private mutating func check(_ node: TreeNode, _ seq: Int64, _ report: inout VerifyReport) throws {
    nodes += 1
    let place = node.place
    let stored = try connection.privileged("SELECT hash FROM main.audit_node WHERE epoch=1 AND level=? AND idx=?")
      .bind([.int(Int64(place.level)), .int(Int64(clamping: place.index))]).first()
    guard stored != .bytes(node.hash.bytes) else { return }
    report.add(
      seq, "گره \(place.level)/\(place.index) درخت درست نیست.", "the tree node \(place.level)/\(place.index) is wrong"
    )
  }

  private mutating func check(
    _ entry: StoredEntry, _ leaf: LeafReader.Leaf, _ seq: Int64, _ report: inout VerifyReport
  ) throws {
    entries += 1
    let object = LeafReader.text(entry.objectName, of: leaf)
    let listed = try connection.privileged("SELECT actor FROM main.audit_ix WHERE obj=? AND entry=?")
      .bind([.text(object), .int(seq)]).first()
    let actor: Value = entry.isOK ? .text(LeafReader.text(entry.actor, of: leaf)) : .null
    switch listed {
    case nil: report.add(seq, "در نمایهٔ اشیا نیست.", "it is missing from the index of objects")
    case actor?: break
    default: report.add(seq, "نمایه کنشگر دیگری را نام می‌برد.", "the index names another actor")
    }
  }

  private func finish(_ report: inout VerifyReport) throws {
    let before = report.faultCount
    for (table, expected) in [("audit_node", nodes), ("audit_ix", entries)] {
      let stored = try connection.privileged(text: "SELECT count(*) FROM main.\(table)").first()?.integer ?? 0
      guard stored != expected else { continue }
      report.add(
        nil, "\(table) \(stored) ردیف دارد، نه \(expected).", "\(table) has \(stored) rows instead of \(expected)")
    }
    if report.faultCount == before, report.faultCount == 0 {
      report.add(nil, "نمایه‌ها با ثبت‌ها نمی‌خوانند.", "the indexes do not fit the entries")
    }
  }
}
