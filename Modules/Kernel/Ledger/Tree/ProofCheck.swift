/// Checks of proofs that come from outside (RFC 9162 2.1.3.2 and 2.1.4.2). They need no tree, and no input makes
/// them trap.
public enum ProofCheck {
  /// Whether the proof shows that `leaf` is entry `index` of the tree of `size` entries with that root.
  public static func inclusion(
    of leaf: TreeHash, at index: UInt64, in size: UInt64, root: TreeHash, proof: [TreeHash]
  ) -> Bool {
    guard index < size else { return false }
    var climb = Climb(index: index, last: size - 1)
    var hash = leaf
    for sibling in proof {
      guard let side = climb.step() else { return false }
      hash = side == .left ? .node(sibling, hash) : .node(hash, sibling)
    }
    return climb.isAtTop && hash == root
  }

  /// Whether the proof shows that the tree of `old` entries is the beginning of the tree of `new` entries.
  /// An empty older tree is refused: that would say nothing.
  public static func consistency(
    from old: UInt64, root oldRoot: TreeHash, to new: UInt64, root newRoot: TreeHash, proof: [TreeHash]
  ) -> Bool {
    guard old > 0, old <= new else { return false }
    if old == new { return proof.isEmpty && oldRoot == newRoot }
    // Where the older tree is one complete subtree its root is the start and is left out of the proof.
    let isComplete = old & (old - 1) == 0
    guard let start = isComplete ? oldRoot : proof.first, !proof.isEmpty else { return false }
    var climb = Climb(index: old - 1, last: new - 1)
    climb.leaveOddLevels()
    var oldHash = start
    var newHash = start
    for sibling in isComplete ? proof[...] : proof.dropFirst() {
      guard let side = climb.step() else { return false }
      if side == .left {
        oldHash = .node(sibling, oldHash)
        newHash = .node(sibling, newHash)
      } else {
        newHash = .node(newHash, sibling)
      }
    }
    return climb.isAtTop && oldHash == oldRoot && newHash == newRoot
  }

  /// The way up from one node to the root, told by which side each sibling stands on.
  private struct Climb {
    enum Side { case left, right }

    var index: UInt64
    var last: UInt64

    var isAtTop: Bool { last == 0 }

    /// The side of the next sibling, or nil above the root.
    mutating func step() -> Side? {
      guard last > 0 else { return nil }
      guard index & 1 == 1 || index == last else {
        rise()
        return .right
      }
      // A node at the right edge without a sibling on its level moves up unchanged.
      while index & 1 == 0, index != 0 { rise() }
      rise()
      return .left
    }

    mutating func leaveOddLevels() {
      while index & 1 == 1 { rise() }
    }

    private mutating func rise() {
      index >>= 1
      last >>= 1
    }
  }
}
