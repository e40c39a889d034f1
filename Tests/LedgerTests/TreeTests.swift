import Ledger
import Secrets
import Testing
import Values

struct TreeTests {
  @Test func `A tree grown entry by entry has the root of the definition at every size`() {
    let tree = GrownTree(count: 300)
    for size in 0...300 { #expect(tree.roots[size] == NaiveTree.root(tree.leaves[..<size])) }
  }

  @Test func `Each append completes exactly the subtrees that end there`() {
    var range = CompactRange()
    let leaf = TreeHash.leaf([])
    for size: UInt64 in 0..<64 {
      let places = range.append(leaf).map(\.place)
      let levels = (size + 1).trailingZeroBitCount
      #expect(places == (0...levels).map { NodePlace(level: $0, index: size >> UInt64($0)) })
    }
  }

  @Test func `A stored tree is taken up again where it stopped`() throws {
    let tree = GrownTree(count: 100)
    for size: UInt64 in 0..<100 {
      var range = try CompactRange(size: size, node: tree.node)
      #expect(range.root == tree.roots[Int(size)])
      _ = range.append(tree.leaves[Int(size)])
      #expect(range.root == tree.roots[Int(size) + 1])
      #expect(range.size == size + 1)
    }
  }

  @Test func `Stored roots, and every proof up to 64 entries, equal the definition and are accepted`() throws {
    let tree = GrownTree(count: 64)
    for size in 1...64 {
      let leaves = tree.leaves[..<size]
      #expect(try tree.stored.root(size: UInt64(size)) == tree.roots[size])
      for index in 0..<size {
        let proof = try tree.stored.inclusion(of: UInt64(index), in: UInt64(size))
        #expect(proof == NaiveTree.inclusion(index, leaves))
        #expect(
          ProofCheck.inclusion(
            of: leaves[index], at: UInt64(index), in: UInt64(size), root: tree.roots[size], proof: proof))
      }
      for old in 1...size {
        let proof = try tree.stored.consistency(from: UInt64(old), to: UInt64(size))
        #expect(proof == NaiveTree.consistency(old, leaves))
        #expect(
          ProofCheck.consistency(
            from: UInt64(old), root: tree.roots[old], to: UInt64(size), root: tree.roots[size], proof: proof))
      }
    }
  }

  @Test func `Random proofs up to 2000 entries equal the definition and are accepted`() throws {
    let tree = GrownTree(count: 2000)
    var random = SplitMix64(seed: 20)
    for _ in 0..<60 {
      let size = Int.random(in: 1...2000, using: &random)
      let index = Int.random(in: 0..<size, using: &random)
      let old = Int.random(in: 1...size, using: &random)
      let leaves = tree.leaves[..<size]
      let inclusion = try tree.stored.inclusion(of: UInt64(index), in: UInt64(size))
      #expect(inclusion == NaiveTree.inclusion(index, leaves))
      #expect(
        ProofCheck.inclusion(
          of: leaves[index], at: UInt64(index), in: UInt64(size), root: tree.roots[size], proof: inclusion))
      let consistency = try tree.stored.consistency(from: UInt64(old), to: UInt64(size))
      #expect(consistency == NaiveTree.consistency(old, leaves))
      #expect(
        ProofCheck.consistency(
          from: UInt64(old), root: tree.roots[old], to: UInt64(size), root: tree.roots[size], proof: consistency))
    }
  }

  @Test func `Every bent, shortened, lengthened or misplaced proof is refused`() throws {
    let tree = GrownTree(count: 23)
    for index: UInt64 in 0..<23 {
      let proof = try tree.stored.inclusion(of: index, in: 23)
      let leaf = tree.leaves[Int(index)]
      for bad in spoiled(proof) {
        #expect(!ProofCheck.inclusion(of: leaf, at: index, in: 23, root: tree.roots[23], proof: bad))
      }
      for other: UInt64 in 0..<30 where other != index {
        #expect(!ProofCheck.inclusion(of: leaf, at: other, in: 23, root: tree.roots[23], proof: proof))
      }
    }
    for old: UInt64 in 1...23 {
      let proof = try tree.stored.consistency(from: old, to: 23)
      let (oldRoot, newRoot) = (tree.roots[Int(old)], tree.roots[23])
      for bad in spoiled(proof) {
        #expect(!ProofCheck.consistency(from: old, root: oldRoot, to: 23, root: newRoot, proof: bad))
      }
      #expect(!ProofCheck.consistency(from: old, root: .emptyRoot, to: 23, root: newRoot, proof: proof))
      #expect(!ProofCheck.consistency(from: old, root: oldRoot, to: 23, root: .emptyRoot, proof: proof))
    }
  }

  private func spoiled(_ proof: [TreeHash]) -> [[TreeHash]] {
    var bad = [proof + [.emptyRoot], [.emptyRoot] + proof]
    for position in proof.indices {
      var bent = proof
      bent[position] = .leaf(bent[position].bytes)
      bad.append(bent)
      bad.append(Array(proof[..<position]))
      bad.append(Array(proof[(position + 1)...]))
    }
    return bad
  }

  @Test func `What a tree does not hold cannot be proved`() throws {
    let stored = GrownTree(count: 5).stored
    #expect(throws: StoredTree.Fault.noSuchEntry(index: 5, size: 5)) { try stored.inclusion(of: 5, in: 5) }
    #expect(throws: StoredTree.Fault.noSuchSize(old: 0, new: 5)) { try stored.consistency(from: 0, to: 5) }
    #expect(throws: StoredTree.Fault.noSuchSize(old: 6, new: 5)) { try stored.consistency(from: 6, to: 5) }
    #expect(throws: GrownTree.Missing.self) { try stored.root(size: 8) }
    #expect(throws: GrownTree.Missing.self) { try stored.root(size: .max) }
  }

  @Test func `Sizes at the end of the number range are refused without harm`() {
    let proof = [TreeHash](repeating: .emptyRoot, count: 100)
    #expect(!ProofCheck.inclusion(of: .emptyRoot, at: .max - 1, in: .max, root: .emptyRoot, proof: proof))
    #expect(!ProofCheck.inclusion(of: .emptyRoot, at: .max, in: .max, root: .emptyRoot, proof: proof))
    #expect(!ProofCheck.consistency(from: .max - 1, root: .emptyRoot, to: .max, root: .emptyRoot, proof: proof))
    #expect(!ProofCheck.consistency(from: 1 << 63, root: .emptyRoot, to: .max, root: .emptyRoot, proof: proof))
  }

  @Test func `Only 32 bytes are a hash`() {
    #expect(TreeHash([]) == nil)
    #expect(TreeHash([UInt8](repeating: 0, count: 31)) == nil)
    #expect(TreeHash([UInt8](repeating: 0, count: 33)) == nil)
    #expect(TreeHash([UInt8](repeating: 0, count: 32)) != nil)
    #expect(TreeHash(base64: "AAAA") == nil)
  }
}
