/// The proof that one entry is in the log, in a file that others' tools read (c2sp.org/tlog-proof@v1).
public struct InclusionProofFile: Sendable {
  /// Position of the entry.
  public let index: UInt64
  /// From the leaf's sibling upwards.
  public let proof: [TreeHash]
  /// The signed checkpoint the proof leads to.
  public let note: SignedNote

  /// Gathers the three parts; nothing is checked.
  public init(index: UInt64, proof: [TreeHash], note: SignedNote) {
    self.index = index
    self.proof = proof
    self.note = note
  }

  /// The text of the file.
  public var text: String {
    "c2sp.org/tlog-proof@v1\nindex \(index)\n\(proof.map { $0.base64 + "\n" }.joined())\n\(note.encoded)"
  }
}
