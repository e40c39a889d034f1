import Ledger
import Secrets
import SharedData
import Testing
import Values

/// A log of 1,000 entries whose files six programs by others have accepted: made anew from the same seeds, every
/// file must come out byte for byte.
@Suite(.enabled(if: SharedData.has("vectors/ledger")))
struct InteropTests {
  let name = "behzisti.example/audit/1"
  let entries: [[UInt8]]
  let tree: GrownTree
  let key: SigningKey
  let log: NoteSigner
  let next: NoteSigner
  let witness: NoteSigner

  init() throws {
    var rest = try SharedData.bytes("vectors/ledger/interop/entries.bin")[...]
    var entries: [[UInt8]] = []
    while rest.count >= 2 {
      let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      entries.append(Array(rest.dropFirst(2).prefix(length)))
      rest = rest.dropFirst(2 + length)
    }
    self.entries = entries
    tree = GrownTree(entries)
    func signing(_ first: UInt8) throws -> SigningKey { try SigningKey(seed: SecretKey(Array(first..<first + 32))) }
    key = try signing(0)
    log = try #require(NoteSigner(name: name, kind: .log, signing: key))
    next = try #require(NoteSigner(name: name, kind: .log, signing: signing(1)))
    witness = try #require(
      NoteSigner(name: "tehran.behzisti.example/witness", kind: .witness, signing: signing(2)))
  }

  private func note(_ size: Int, _ signers: [NoteSigner]) throws -> SignedNote {
    let checkpoint = try #require(Checkpoint(origin: name, size: UInt64(size), root: tree.roots[size]))
    return try SignedNote(checkpoint.text, signers: signers, time: 1_774_080_000 + UInt64(size))
  }

  private func lines(_ proof: [TreeHash]) -> String { proof.map { $0.base64 + "\n" }.joined() }

  @Test func `The entries are there`() throws {
    #expect(entries.count == 1000)
    #expect(entries[613] == (try SharedData.bytes("vectors/ledger/interop/entry613")))
  }

  @Test func `Key texts`() throws {
    #expect(log.key.vkey + "\n" == (try SharedData.text("vectors/ledger/interop/log.vkey")))
    #expect(next.key.vkey + "\n" == (try SharedData.text("vectors/ledger/interop/log2.vkey")))
    #expect(witness.key.vkey + "\n" == (try SharedData.text("vectors/ledger/interop/wit.vkey")))
  }

  @Test func `Checkpoints with signatures of the log, its next key and a witness`() throws {
    let old = try note(700, [log, witness])
    let new = try note(1000, [log, next, witness])
    #expect(old.encoded == (try SharedData.text("vectors/ledger/interop/cp700")))
    #expect(new.encoded == (try SharedData.text("vectors/ledger/interop/cp1000")))
    #expect(new.text == (try SharedData.text("vectors/ledger/interop/body")))
    #expect(key.sign(Array(new.text.utf8)) == (try SharedData.bytes("vectors/ledger/interop/sig")))
    let read = try SignedNote(parsing: SharedData.bytes("vectors/ledger/interop/cp1000"))
    #expect(read == new)
    #expect(try read.verified(by: [log.key, next.key, witness.key]).map(\.time) == [0, 0, 1_774_081_000])
  }

  @Test func `Proofs and the proof file`() throws {
    let inclusion = try tree.stored.inclusion(of: 613, in: 1000)
    #expect(lines(inclusion) == (try SharedData.text("vectors/ledger/interop/incl613")))
    #expect(
      lines(try tree.stored.consistency(from: 700, to: 1000)) == (try SharedData.text("vectors/ledger/interop/cons")))
    let file = InclusionProofFile(index: 613, proof: inclusion, note: try note(1000, [log, next, witness]))
    #expect(file.text == (try SharedData.text("vectors/ledger/interop/p613.tlog-proof")))
  }

  @Test func `Files for openssl, minisign and signify`() throws {
    let body = try SharedData.bytes("vectors/ledger/interop/body")
    let prefix = try #require(Hex.decode("302a300506032b6570032100"))
    #expect(prefix + key.verifyingKey.bytes == (try SharedData.bytes("vectors/ledger/interop/pub.der")))
    let files = FileSigner(key, keyID: log.key.id)
    #expect(
      FileSigner.publicKey(key.verifyingKey, keyID: log.key.id, comment: "audit log key")
        == (try SharedData.text("vectors/ledger/interop/mini.pub")))
    #expect(
      FileSigner.publicKey(key.verifyingKey, keyID: log.key.id, comment: "audit log public key")
        == (try SharedData.text("vectors/ledger/interop/sfy.pub")))
    #expect(files.signify(body, keyFile: "sfy.pub") == (try SharedData.text("vectors/ledger/interop/body.sig")))
    #expect(
      files.minisign(body, trustedComment: "origin:\(name) size:1000")
        == (try SharedData.text("vectors/ledger/interop/body.minisig")))
  }
}
