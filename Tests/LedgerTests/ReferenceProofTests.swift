import Ledger
import Secrets
import SharedData
import Testing
import Values

/// The tree and the 196 proof probes that transparency logs are tested with.
@Suite(.enabled(if: SharedData.has("vectors/ledger")))
struct ReferenceProofTests {
  struct TreeVectors: Decodable {
    struct Hasher: Decodable {
      var empty_root: String
      var empty_leaf: String
      var leaf_ascii_L123456: String
    }
    var leaf_inputs_hex: [String]
    var root_by_size_hex: [String]
    var hasher: Hasher
  }

  @Test func `Hashes and roots are the published ones`() throws {
    let vectors = try SharedData.decode(TreeVectors.self, "vectors/ledger/rfc6962/tree.json")
    let tree = GrownTree(try vectors.leaf_inputs_hex.map { try #require(Hex.decode($0)) })
    #expect(tree.roots.map(\.description) == vectors.root_by_size_hex)
    #expect(TreeHash.emptyRoot.description == vectors.hasher.empty_root)
    #expect(TreeHash.leaf([]).description == vectors.hasher.empty_leaf)
    #expect(TreeHash.leaf(Array("L123456".utf8)).description == vectors.hasher.leaf_ascii_L123456)
  }

  struct Probes<Probe: Decodable>: Decodable { var cases: [Probe] }

  struct InclusionProbe: Decodable {
    var leafIdx: UInt64
    var treeSize: UInt64
    var root: String
    var leafHash: String
    var proof: [String]?
    var desc: String
    var wantErr: Bool

    var isAccepted: Bool {
      guard let root = TreeHash(base64: root), let leaf = TreeHash(base64: leafHash),
        let proof = ReferenceProofTests.hashes(proof)
      else {
        return false
      }
      return ProofCheck.inclusion(of: leaf, at: leafIdx, in: treeSize, root: root, proof: proof)
    }
  }

  struct ConsistencyProbe: Decodable {
    var size1: UInt64
    var size2: UInt64
    var root1: String
    var root2: String
    var proof: [String]?
    var desc: String
    var wantErr: Bool

    var isAccepted: Bool {
      guard let old = TreeHash(base64: root1), let new = TreeHash(base64: root2),
        let proof = ReferenceProofTests.hashes(proof)
      else {
        return false
      }
      return ProofCheck.consistency(from: size1, root: old, to: size2, root: new, proof: proof)
    }
  }

  fileprivate static func hashes(_ texts: [String]?) -> [TreeHash]? {
    let hashes = (texts ?? []).map { TreeHash(base64: $0) }
    return hashes.contains(nil) ? nil : hashes.compactMap(\.self)
  }

  @Test func `Inclusion probes are judged as published`() throws {
    let probes = try SharedData.decode(Probes<InclusionProbe>.self, "vectors/ledger/rfc6962/inclusion.json").cases
    #expect(probes.count == 98)
    for probe in probes { #expect(probe.isAccepted == !probe.wantErr, "\(probe.desc)") }
  }

  @Test func `Consistency probes are judged as published`() throws {
    let probes = try SharedData.decode(Probes<ConsistencyProbe>.self, "vectors/ledger/rfc6962/consistency.json").cases
    #expect(probes.count == 98)
    // The one probe left out calls two equal roots of 12 bytes consistent; here only 32 bytes are a root.
    let odd = "sizes are equal (one) and proof is empty"
    #expect(probes.filter { $0.desc == odd }.map(\.isAccepted) == [false])
    for probe in probes where probe.desc != odd { #expect(probe.isAccepted == !probe.wantErr, "\(probe.desc)") }
  }
}
