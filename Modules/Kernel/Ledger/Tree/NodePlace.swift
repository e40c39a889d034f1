/// Where a complete subtree stands: at `level` it spans 2^level entries, and `index` counts such subtrees from the
/// left. Level 0 are the leaves.
public struct NodePlace: Hashable, Sendable {
  /// Height above the leaves, 0...63.
  public let level: Int
  /// Number of complete subtrees of that level to the left.
  public let index: UInt64

  /// Names a place; whether it is complete depends on the size of the tree.
  public init(level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }
}

/// A complete subtree and its hash. Once it exists it never changes.
public struct TreeNode: Hashable, Sendable {
  /// Where it stands.
  public let place: NodePlace
  /// Its hash.
  public let hash: TreeHash

  /// Puts a hash in its place.
  public init(_ place: NodePlace, _ hash: TreeHash) {
    self.place = place
    self.hash = hash
  }
}
