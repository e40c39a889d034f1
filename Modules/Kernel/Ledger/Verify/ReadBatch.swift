import Secrets

/// A batch with its leaves read and its part of the tree built; made on another thread.
struct ReadBatch: Sendable {
  let raw: EntryBatch
  /// Beside the rows; nil for a leaf that is not of the format.
  private(set) var entries: [StoredEntry?] = []
  /// Guarded values of all entries.
  private(set) var committed: [StoredEntry.Committed] = []
  /// Hashes of the complete subtrees within, by level, from the leaves up.
  private(set) var levels: [[TreeHash]] = [[]]
  /// What the derived tables must hold of it.
  private(set) var nodes = SetSum()
  private(set) var listings = SetSum()

  init(_ raw: EntryBatch, reader: LeafReader, key: ShortHash) {
    self.raw = raw
    entries.reserveCapacity(raw.rows.count)
    levels[0].reserveCapacity(raw.rows.count)
    raw.bytes.withUnsafeBytes { bytes in
      var start = 0
      for row in raw.rows {
        let prefixed = UnsafeRawBufferPointer(rebasing: bytes[start..<row.end])
        levels[0].append(TreeHash(Digest.sha256(prefixed)))
        let leaf = UnsafeRawBufferPointer(rebasing: prefixed.dropFirst()).bindMemory(to: UInt8.self)
        let entry = reader.read(leaf, &committed)
        if let entry { listings.add(entry.listing) }
        entries.append(entry)
        start = row.end
      }
    }
    while let below = levels.last, below.count > 1 {
      let level = levels.count
      let hashes = (0..<below.count / 2).map { TreeHash.node(below[2 * $0], below[2 * $0 + 1]) }
      for (index, hash) in hashes.enumerated() {
        let place = NodePlace(level: level, index: raw.start >> UInt64(level) + UInt64(index))
        nodes.add(TreeNode(place, hash).term(key))
      }
      levels.append(hashes)
    }
  }

  /// The bytes of one leaf.
  func withLeaf<Result>(_ index: Int, _ body: (LeafReader.Leaf) -> Result) -> Result {
    let start = index == 0 ? 0 : raw.rows[index - 1].end
    return raw.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[(start + 1)..<raw.rows[index].end]))
    }
  }

  /// Lets the tree before the batch grow over its first `count` entries. Tells the subtrees this completes beyond
  /// those within.
  func grow(_ range: inout CompactRange, by count: Int, tell: (TreeNode) -> Void = { _ in }) {
    var done = 0
    for level in levels.indices.reversed() where (count >> level) & 1 == 1 {
      range.append(levels[level][done >> level], level: level) { if $0.place.level > level { tell($0) } }
      done += 1 << level
    }
  }
}

/// An entry read back from its leaf, as far as it is checked. Texts are told by where they stand in the leaf: there
/// are millions of entries, and hardly one of their texts is ever looked at.
struct StoredEntry {
  /// A guarded value: where it stood and what was committed to; nil where that is no digest.
  struct Committed {
    let field: String
    let digest: Bytes32?
  }

  /// Whose state an entry tells.
  enum Object {
    /// A row of the audited table of that number.
    case row(table: Int, id: Int64)
    /// An audited table's, but no row can be called so.
    case misnamed
    /// Of a table that nobody handed in.
    case foreign
  }

  var seq: Int64 = -1
  var epoch: Int64 = -1
  var previous: Bytes32?
  /// 27 bytes and five zeros; compared only.
  var time = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
  var isOK = false
  /// Keyed hash of the state, which is enough to compare with.
  var state: UInt64?
  var object = Object.foreign
  /// Where the object's name, the actor's id and the person's random name stand.
  var objectName = 0..<0
  var actor = 0..<0
  var subject: Range<Int>?
  /// Whether it is a `privacy.erase` entry, and whom it names.
  var isErasure = false
  var erased: Range<Int>?
  /// Which of its batch's guarded values are its own.
  var committed = 0..<0
  /// Keyed hash of the object, the actor if something was changed, and the seq.
  var listing: UInt64 = 0

  /// The verb of the entry that makes missing openings legitimate; `after.subject` names the person.
  static let erasure = "privacy.erase"
}
