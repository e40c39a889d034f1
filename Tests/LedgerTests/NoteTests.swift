import Ledger
import Secrets
import Testing

struct NoteTests {
  let text = "audit.behzisti.example/prod/1\n2\n4+TEO7fQ9MSLQhZvEVgnDIcaG5QNyqUVmPjdDIVBeKc=\n"
  let log: NoteSigner
  let next: NoteSigner
  let witness: NoteSigner

  init() throws {
    func signer(_ name: String, _ kind: NoteKey.Kind, _ seed: UInt8) throws -> NoteSigner {
      let key = try SigningKey(seed: SecretKey([UInt8](repeating: seed, count: 32)))
      return try #require(NoteSigner(name: name, kind: kind, signing: key))
    }
    log = try signer("audit.behzisti.example/prod/1", .log, 1)
    next = try signer("audit.behzisti.example/prod/1", .log, 2)
    witness = try signer("tehran.behzisti.example/w1", .witness, 3)
  }

  // C2SP signed-note.md and the example of golang.org/x/mod/sumdb/note.
  @Test(arguments: [
    (
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "This is an example message.\n\n— example.com/foo "
        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
    ),
    (
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        + "— PeterNeumann "
        + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    ),
  ])
  func `Published notes are read, verified and written again unchanged`(vkey: String, published: String) throws {
    let key = try NoteKey(vkey: vkey)
    let note = try SignedNote(parsing: Array(published.utf8))
    #expect(try note.verified(by: [key]).map(\.key) == [key])
    #expect(note.encoded == published)
    #expect(key.vkey == vkey)
  }

  @Test func `A published private key makes the published signature`() throws {
    let bytes = try #require(Base64.decode(standard: "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
    let key = try SigningKey(seed: SecretKey(Array(bytes.dropFirst())))
    let signer = try #require(NoteSigner(name: "PeterNeumann", kind: .log, signing: key))
    #expect(signer.key.vkey == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    let note = try SignedNote(text, signers: [signer])
    #expect(
      note.signatures.map(\.line) == [
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
      ])
  }

  @Test func `At a change of keys those who know only the old, only the new, or both keys are content`() throws {
    let note = try SignedNote(parsing: Array(SignedNote(text, signers: [log, next]).encoded.utf8))
    #expect(try note.verified(by: [log.key]).map(\.key) == [log.key])
    #expect(try note.verified(by: [next.key]).map(\.key) == [next.key])
    #expect(try note.verified(by: [next.key, log.key]).map(\.key) == [log.key, next.key])
    #expect(throws: NoteFault.unsigned) { try note.verified(by: [witness.key]) }
    #expect(throws: NoteFault.unsigned) { try note.verified(by: []) }
  }

  @Test func `A witness vouches for its time, and for no other`() throws {
    var note = try SignedNote(text, signers: [log])
    note.add(witness.sign(text, time: 1_774_080_700))
    note = try SignedNote(parsing: Array(note.encoded.utf8))
    #expect(try note.verified(by: [witness.key]).map(\.time) == [1_774_080_700])
    let line = try #require(note.signatures.last).line
    var data = try #require(line.split(separator: " ").last.flatMap { Base64.decode(standard: $0) })
    data[11] ^= 1
    let bent = try #require(NoteSignature(line: "— \(witness.key.name) \(Base64.standard(data))"))
    #expect(bent.claims(witness.key))
    #expect(bent.time(of: text, by: witness.key) == nil)
  }

  @Test func `One wrong signature of a known key spoils the note`() throws {
    let other = try SignedNote("another text\n", signers: [next])
    var note = try SignedNote(text, signers: [log])
    for signature in other.signatures { note.add(signature) }
    #expect(throws: NoteFault.badSignature(name: next.key.name)) { try note.verified(by: [log.key, next.key]) }
    #expect(try note.verified(by: [log.key]).count == 1)
  }

  @Test func `A signature said twice counts once`() throws {
    let note = try SignedNote(text, signers: [log, log])
    #expect(try note.verified(by: [log.key]).count == 1)
  }

  @Test func `Every changed byte of a note is noticed`() throws {
    let whole = Array(try SignedNote(text, signers: [log]).encoded.utf8)
    for position in whole.indices {
      var bent = whole
      bent[position] ^= 1
      let accepted = try? SignedNote(parsing: bent).verified(by: [log.key])
      #expect(accepted == nil, "byte \(position)")
    }
  }

  @Test(arguments: [
    "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n— a AAAAAAAA", "text\n\n- a AAAAAAAA\n", "text\n\n— a  AAAAAAAA\n",
    "text\n\n— a AAAAAAAA \n", "text\n\n— a+b AAAAAAAA\n", "text\n\n—  AAAAAAAA\n", "text\n\n— a AAAA\n",
    "text\n\n— a AAAAAAA\n", "text\r\n\n— a AAAAAAAA\n", "te\u{0}xt\n\n— a AAAAAAAA\n", "\n— a AAAAAAAA\n",
    "text\n\n— a AAAAAAAA\nmore\n", "text\n— a AAAAAAAA\n",
  ])
  func `What is not a note is refused`(text: String) {
    #expect(throws: NoteFault.malformed) { try SignedNote(parsing: Array(text.utf8)) }
  }

  @Test func `A note that is too long, has too many signatures or is not UTF-8 is refused`() throws {
    let line = "— a AAAAAAAA\n"
    let full = "text\n\n" + String(repeating: line, count: SignedNote.mostSignatures)
    #expect(try SignedNote(parsing: Array(full.utf8)).signatures.count == SignedNote.mostSignatures)
    #expect(throws: NoteFault.malformed) { try SignedNote(parsing: Array((full + line).utf8)) }
    let long = String(repeating: "x", count: SignedNote.mostBytes) + "\n\n" + line
    #expect(throws: NoteFault.malformed) { try SignedNote(parsing: Array(long.utf8)) }
    #expect(throws: NoteFault.malformed) { try SignedNote(parsing: [0xFF] + Array(full.utf8)) }
  }

  @Test(arguments: [
    "", "a", "a+b", "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
    "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
  ])
  func `A damaged key text is refused`(vkey: String) {
    #expect(throws: NoteFault.malformedKey) { try NoteKey(vkey: vkey) }
  }
}
