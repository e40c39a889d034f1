import Persian
import Secrets

/// Writes a log as C2SP tlog-tiles: hashes of the tree and the entries themselves, 256 to a file, as others' tools
/// fetch and check them.
struct TileWriter {
  /// Hashes in a full tile; a tile stands eight levels above the one below.
  private static let width = 256
  private static let rise = 8

  private let folder: BundleFolder
  private(set) var range = CompactRange()
  private var hashes: [[UInt8]] = []
  private var entries: [UInt8] = []

  init(_ folder: BundleFolder) { self.folder = folder }

  mutating func add(_ leaf: [UInt8]) throws {
    entries.append(UInt8(truncatingIfNeeded: leaf.count >> 8))
    entries.append(UInt8(truncatingIfNeeded: leaf.count))
    entries += leaf
    var range = range
    try range.append(TreeHash.leaf(leaf), level: 0) { try take($0) }
    self.range = range
    guard range.size % UInt64(Self.width) == 0 else { return }
    try folder.write(Self.path("entries", range.size / UInt64(Self.width) - 1), entries)
    entries.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ node: TreeNode) throws {
    guard node.place.level % Self.rise == 0 else { return }
    let level = node.place.level / Self.rise
    if level == hashes.count { hashes.append([]) }
    hashes[level] += node.hash.bytes
    guard hashes[level].count == Self.width * TreeHash.length else { return }
    try folder.write(Self.path("\(level)", node.place.index / UInt64(Self.width)), hashes[level])
    hashes[level].removeAll(keepingCapacity: true)
  }

  /// Writes the tiles at the right edge that are not full.
  func finish() throws {
    let size = range.size
    for (level, hashes) in hashes.enumerated() where !hashes.isEmpty {
      let index = size >> UInt64(Self.rise * (level + 1))
      try folder.write(Self.path("\(level)", index, width: hashes.count / TreeHash.length), hashes)
    }
    if !entries.isEmpty {
      let width = UInt64(Self.width)
      try folder.write(Self.path("entries", size / width, width: Int(size % width)), entries)
    }
  }

  /// `tile/0/x001/x234/067`, and `.p/5` behind it where only five are there.
  static func path(_ kind: String, _ index: UInt64, width: Int? = nil) -> String {
    var groups: [String] = []
    var rest = index
    repeat {
      let group = (rest % 1_000).padded(to: 3)
      groups.append(groups.isEmpty ? group : "x" + group)
      rest /= 1_000
    } while rest > 0
    return "tile/\(kind)/\(groups.reversed().joined(separator: "/"))" + (width.map { ".p/\($0)" } ?? "")
  }
}
