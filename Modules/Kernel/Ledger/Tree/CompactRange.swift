/// A compact range (as transparency logs call it): the right edge of a growing tree, the hashes of the largest complete subtrees, from left to right. It is all that
/// is needed to append and to know the root.
public struct CompactRange: Equatable, Sendable {
  /// Number of entries so far.
  public private(set) var size: UInt64
  private var peaks: [TreeHash]

  /// The tree that holds nothing.
  public init() {
    self.size = 0
    self.peaks = []
  }

  /// The edge of a stored tree of `size` entries; `node` looks up complete subtrees.
  public init(size: UInt64, node: (NodePlace) throws -> TreeHash) rethrows {
    self.size = size
    self.peaks = try Self.places(size).map(node)
  }

  /// Where the subtrees of the edge stand for a size, from left to right.
  public static func places(_ size: UInt64) -> [NodePlace] {
    (0..<UInt64.bitWidth).reversed().compactMap { level in
      (size >> UInt64(level)) & 1 == 1 ? NodePlace(level: level, index: (size >> UInt64(level)) - 1) : nil
    }
  }

  /// Adds an entry's leaf hash. Returns every subtree this completes, the leaf itself first.
  public mutating func append(_ leaf: TreeHash) -> [TreeNode] {
    var completed: [TreeNode] = []
    append(leaf, level: 0) { completed.append($0) }
    return completed
  }

  /// Adds a complete subtree of 2^`level` entries, of which the size so far must be a multiple. Tells every subtree
  /// this completes, the one added first.
  mutating func append(_ subtree: TreeHash, level: Int, tell: (TreeNode) throws -> Void) rethrows {
    var place = NodePlace(level: level, index: size >> UInt64(level))
    var hash = subtree
    try tell(TreeNode(place, hash))
    while place.index & 1 == 1, let left = peaks.popLast() {
      hash = .node(left, hash)
      place = NodePlace(level: place.level + 1, index: place.index >> 1)
      try tell(TreeNode(place, hash))
    }
    peaks.append(hash)
    size += 1 << UInt64(level)
  }

  /// The root over all entries so far.
  public var root: TreeHash {
    guard let last = peaks.last else { return .emptyRoot }
    return peaks.dropLast().reversed().reduce(last) { .node($1, $0) }
  }
}
