import Ledger

/// A tree grown entry by entry, with all complete subtrees kept, as the store keeps them.
struct GrownTree {
  struct Missing: Error { var place: NodePlace }

  var range = CompactRange()
  var nodes: [NodePlace: TreeHash] = [:]
  var leaves: [TreeHash] = []
  var roots: [TreeHash] = [.emptyRoot]

  init(_ entries: some Sequence<[UInt8]>) {
    for entry in entries {
      let leaf = TreeHash.leaf(entry)
      leaves.append(leaf)
      for node in range.append(leaf) { nodes[node.place] = node.hash }
      roots.append(range.root)
    }
  }

  init(count: Int) {
    self.init((0..<count).map { Array("entry \($0)".utf8) })
  }

  var stored: StoredTree { StoredTree(node: node) }

  func node(_ place: NodePlace) throws -> TreeHash {
    guard let hash = nodes[place] else { throw Missing(place: place) }
    return hash
  }
}
