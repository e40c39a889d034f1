/// Proofs over a tree whose complete subtrees can be looked up (RFC 6962 2.1.1 and 2.1.2).
///
/// Each proof takes O(log n) look-ups, or O(log² n) where the range is not complete.
public struct StoredTree {
  /// Asked for what the tree does not hold.
  public enum Fault: Error, Equatable, Sendable {
    /// The entry is not in a tree of that size.
    case noSuchEntry(index: UInt64, size: UInt64)
    /// The older size is zero or greater than the newer one.
    case noSuchSize(old: UInt64, new: UInt64)
  }

  private let node: (NodePlace) throws -> TreeHash

  /// `node` gives the hash of a complete subtree; what it throws is passed on.
  public init(node: @escaping (NodePlace) throws -> TreeHash) { self.node = node }

  /// The root over the first `size` entries.
  ///
  /// - Throws: what looking up a subtree throws.
  public func root(size: UInt64) throws -> TreeHash {
    try size == 0 ? .emptyRoot : hash(0..<size)
  }

  /// The hashes that lead from entry `index` to the root over the first `size` entries, leaf end first.
  ///
  /// - Throws: `Fault.noSuchEntry`, and what looking up a subtree throws.
  public func inclusion(of index: UInt64, in size: UInt64) throws -> [TreeHash] {
    guard index < size else { throw Fault.noSuchEntry(index: index, size: size) }
    return try path(to: index, in: 0..<size)
  }

  /// The hashes that show the tree of `old` entries to be the beginning of the tree of `new` entries.
  ///
  /// - Throws: `Fault.noSuchSize`, and what looking up a subtree throws.
  public func consistency(from old: UInt64, to new: UInt64) throws -> [TreeHash] {
    guard old > 0, old <= new else { throw Fault.noSuchSize(old: old, new: new) }
    return try subproof(old, in: 0..<new, isWhole: true)
  }

  private func hash(_ range: Range<UInt64>) throws -> TreeHash {
    let count = range.upperBound - range.lowerBound
    if count & (count - 1) == 0 {
      let level = count.trailingZeroBitCount
      return try node(NodePlace(level: level, index: range.lowerBound >> UInt64(level)))
    }
    let middle = split(range)
    return try .node(hash(range.lowerBound..<middle), hash(middle..<range.upperBound))
  }

  private func path(to index: UInt64, in range: Range<UInt64>) throws -> [TreeHash] {
    guard range.upperBound - range.lowerBound > 1 else { return [] }
    let middle = split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return index < middle
      ? try path(to: index, in: left) + [hash(right)]
      : try path(to: index, in: right) + [hash(left)]
  }

  private func subproof(_ old: UInt64, in range: Range<UInt64>, isWhole: Bool) throws -> [TreeHash] {
    if old == range.upperBound { return isWhole ? [] : [try hash(range)] }
    let middle = split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return old <= middle
      ? try subproof(old, in: left, isWhole: isWhole) + [hash(right)]
      : try subproof(old, in: right, isWhole: false) + [hash(left)]
  }

  /// The greatest power of two below the count of a range of at least two, from its start.
  private func split(_ range: Range<UInt64>) -> UInt64 {
    let last = range.upperBound - range.lowerBound - 1
    return range.lowerBound + (1 << UInt64(UInt64.bitWidth - 1 - last.leadingZeroBitCount))
  }
}
