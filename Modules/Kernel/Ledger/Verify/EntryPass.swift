import Secrets
import Store
import Values

/// One walk over all entries in order; everything else is checked along the way.
struct EntryPass {
  /// Batches in the hands of other threads at one time: they bound the memory.
  private static let ahead = 6

  let notes: NoteCheck
  let derived: DerivedSums
  let openings: OpeningCheck
  let states: StateCheck
  let reader: LeafReader
  let key: ShortHash

  private(set) var range = CompactRange()
  private var expected: Int64 = 0
  private var previous: Bytes32? = Bytes32()
  private var lastTime = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
  private var setBacks = 0

  init(
    notes: NoteCheck, derived: DerivedSums, openings: OpeningCheck, states: StateCheck, reader: LeafReader, key: ShortHash
  ) {
    self.notes = notes
    self.derived = derived
    self.openings = openings
    self.states = states
    self.reader = reader
    self.key = key
  }

  mutating func run(
    on connection: Connection, _ report: inout VerifyReport, progress: (_ done: Int64, _ total: Int64) -> Void
  ) throws {
    let total = try connection.privileged("SELECT count(*) FROM main.audit_entry").first()?.integer ?? 0
    let rows = try connection.privileged("SELECT id, epoch, idx, hash, leaf FROM main.audit_entry ORDER BY id")
    defer { rows.reset() }
    let pipeline = OrderedPipeline { [reader, key] in ReadBatch($0, reader: reader, key: key) }
    defer { pipeline.close() }
    try notes.check(range, &report)
    var last: (isReached: Bool, fault: StoreFault?) = (false, nil)
    var read: UInt64 = 0
    while true {
      while !last.isReached, pipeline.count < EntryPass.ahead {
        let batch = EntryBatch(from: rows, start: read)
        read += UInt64(batch.rows.count)
        last = (batch.isLast, batch.fault)
        pipeline.put(batch)
      }
      guard pipeline.count > 0 else { break }
      let batch = pipeline.take()
      try take(batch, &report)
      // Rather more than the batch has entries, so that little is left to be read in the end.
      derived.advance(rows: batch.raw.rows.count + batch.raw.rows.count / 16)
      progress(report.entries, total)
    }
    if setBacks > 0 {
      report.warn("ساعت \(setBacks) بار به عقب رفته است.", "the clock went backwards \(setBacks) times")
    }
    if let fault = last.fault { throw fault }
  }

  private mutating func take(_ batch: ReadBatch, _ report: inout VerifyReport) throws {
    for (index, row) in batch.raw.rows.enumerated() { try take(row, index, of: batch, &report) }
    derived.take(batch)
    let before = range
    while let size = notes.next, size <= before.size + UInt64(batch.raw.rows.count) {
      var edge = before
      if size > before.size { batch.grow(&edge, by: Int(size - before.size)) }
      try notes.check(edge, &report)
    }
    batch.grow(&range, by: batch.raw.rows.count) { derived.take($0) }
  }

  private mutating func take(
    _ row: EntryBatch.Row, _ index: Int, of batch: ReadBatch, _ report: inout VerifyReport
  ) throws {
    report.entries += 1
    if row.id != expected || row.epoch != 1 || row.idx != expected {
      report.add(
        expected, "به جای این ثبت، ثبت \(row.epoch)/\(row.idx) آمده است.",
        "the entry \(row.epoch)/\(row.idx) stands in its place")
    }
    let seq = row.id
    expected = seq < .max ? seq + 1 : seq
    let hash = batch.levels[0][index].value
    if hash != row.hash { report.add(seq, "درهم‌سازی ثبت با متن آن نمی‌خواند.", "its hash does not fit its text") }
    defer { previous = hash }
    guard let entry = batch.entries[index] else {
      return report.add(seq, "متن آن به قالب audit-json/1 نیست.", "its text is not of the form audit-json/1")
    }
    if entry.seq != seq || entry.epoch != 1 {
      report.add(seq, "ثبت خود را شمارهٔ \(entry.seq) می‌نامد.", "it calls itself number \(entry.seq)")
    }
    if entry.previous != previous { report.add(seq, "زنجیر پیش از آن بریده است.", "the chain is broken before it") }
    if entry.time < lastTime { setBacks += 1 }
    lastTime = entry.time
    if !entry.committed.isEmpty || entry.erased != nil { try openings.check(entry, seq, index, of: batch, &report) }
    if let state = entry.state { states.note(entry, state, seq, index, of: batch, &report) }
  }
}

/// Some consecutive rows of the entries' table, as they lie there.
struct EntryBatch: Sendable {
  struct Row: Sendable {
    let id: Int64
    let epoch: Int64
    let idx: Int64
    /// Nil where it is not of a hash's length.
    let hash: Bytes32?
    /// Where the leaf, with the prefix that is hashed before it, ends in `bytes`.
    let end: Int
  }

  /// Leaves of a batch are those of one complete subtree.
  static let level = 10

  /// Entries before it.
  let start: UInt64
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []
  /// Whether none can follow.
  private(set) var isLast = false
  /// Why no more could be read.
  private(set) var fault: StoreFault?

  /// Takes the next rows of a statement that selects id, epoch, idx, hash and leaf.
  init(from statement: Statement, start: UInt64) {
    self.start = start
    let most = 1 << EntryBatch.level
    rows.reserveCapacity(most)
    bytes.reserveCapacity(most * 768)
    do {
      while rows.count < most, !isLast {
        if try statement.step() { take(statement) } else { isLast = true }
      }
    } catch {
      fault = error as? StoreFault
      isLast = true
    }
  }

  private mutating func take(_ statement: Statement) {
    bytes.append(TreeHash.leafPrefix)
    statement.withRaw(4) { bytes.append(contentsOf: $0) }
    rows.append(
      Row(
        id: statement.int(0), epoch: statement.int(1), idx: statement.int(2), hash: statement.withRaw(3) { Bytes32($0) },
        end: bytes.count))
  }
}
