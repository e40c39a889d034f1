import Store
import Values

/// One walk over all entries in order; everything else is checked along the way.
struct EntryPass {
  let notes: NoteCheck
  let derived: DerivedCheck
  let openings: OpeningCheck
  let states: StateCheck

  private(set) var frontier = Frontier()
  private var expected: Int64 = 0
  private var previous = String(repeating: "0", count: 64)
  private var lastTime = ""
  private var setBacks = 0

  init(notes: NoteCheck, derived: DerivedCheck, openings: OpeningCheck, states: StateCheck) {
    self.notes = notes
    self.derived = derived
    self.openings = openings
    self.states = states
  }

  mutating func run(
    on connection: Connection, _ report: inout VerifyReport, progress: (_ done: Int64, _ total: Int64) -> Void
  ) throws {
    let total = try connection.kernel("SELECT count(*) FROM main.audit_entry").first()?.integer ?? 0
    let rows = try connection.kernel("SELECT id, epoch, idx, leaf, hash FROM main.audit_entry ORDER BY id")
    defer { rows.reset() }
    try notes.check(frontier, &report)
    while true {
      let batch = try EntryBatch(from: rows)
      for (row, entry) in zip(batch.rows, batch.entries) { try take(row, entry, &report) }
      guard batch.isFull else { break }
      progress(report.entries, total)
    }
    progress(report.entries, total)
    if setBacks > 0 {
      report.warn("ساعت \(setBacks) بار به عقب رفته است.", "the clock went backwards \(setBacks) times")
    }
  }

  private mutating func take(
    _ row: EntryBatch.Row, _ entry: StoredEntry?, _ report: inout VerifyReport
  ) throws {
    report.entries += 1
    if (row.id, row.epoch, row.idx) != (expected, 1, expected) {
      report.add(
        expected, "به جای این ثبت، ثبت \(row.epoch)/\(row.idx) آمده است.",
        "the entry \(row.epoch)/\(row.idx) stands in its place")
    }
    let seq = row.id
    expected = seq < .max ? seq + 1 : seq
    let hash = TreeHash.leaf(row.leaf)
    if hash.bytes != row.hash { report.add(seq, "درهم‌سازی ثبت با متن آن نمی‌خواند.", "its hash does not fit its text") }
    let completed = frontier.append(hash)
    try derived.check(completed, seq, &report)
    defer { previous = hash.description }
    if let entry {
      if entry.seq != seq || entry.epoch != 1 {
        report.add(seq, "ثبت خود را شمارهٔ \(entry.seq) می‌نامد.", "it calls itself number \(entry.seq)")
      }
      if entry.previous != previous { report.add(seq, "زنجیر پیش از آن بریده است.", "the chain is broken before it") }
      if entry.at < lastTime { setBacks += 1 }
      lastTime = entry.at
      try derived.check(entry, seq, &report)
      try openings.check(entry, seq, &report)
      states.note(entry, seq)
    } else {
      report.add(seq, "متن آن به قالب audit-json/1 نیست.", "its text is not of the form audit-json/1")
    }
    try notes.check(frontier, &report)
  }
}
