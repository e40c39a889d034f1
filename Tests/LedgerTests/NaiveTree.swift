import Ledger

/// The definitions of RFC 6962 2.1 taken literally, over all leaf hashes at once.
enum NaiveTree {
  static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
    guard let first = leaves.first else { return .emptyRoot }
    guard leaves.count > 1 else { return first }
    let middle = split(leaves)
    return .node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  static func inclusion(_ index: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
    guard leaves.count > 1 else { return [] }
    let middle = split(leaves)
    return leaves.startIndex + index < middle
      ? inclusion(index, leaves[..<middle]) + [root(leaves[middle...])]
      : inclusion(index - (middle - leaves.startIndex), leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func consistency(_ old: Int, _ leaves: ArraySlice<TreeHash>, whole: Bool = true) -> [TreeHash] {
    if old == leaves.count { return whole ? [] : [root(leaves)] }
    let middle = split(leaves)
    let width = middle - leaves.startIndex
    return old <= width
      ? consistency(old, leaves[..<middle], whole: whole) + [root(leaves[middle...])]
      : consistency(old - width, leaves[middle...], whole: false) + [root(leaves[..<middle])]
  }

  private static func split(_ leaves: ArraySlice<TreeHash>) -> Int {
    var width = 1
    while width * 2 < leaves.count { width *= 2 }
    return leaves.startIndex + width
  }
}
