import Secrets
import Testing
import Values

struct DigestTests {
  // FIPS 180-4 examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `SHA-256 gives the published digests`(text: String, digest: String) {
    #expect(Hex.encode(Digest.sha256(Array(text.utf8))) == digest)
  }

  // The stream is libsodium's; the digest at once is made by the processor where it can.
  @Test func `SHA-256 of every length is the same by both ways`() {
    let message = Random.bytes(1_100)
    for count in 0...message.count {
      var stream = SHA256Stream()
      message[..<count].withUnsafeBytes { stream.update($0) }
      #expect(Digest.sha256(Array(message[..<count])) == stream.finish(), "\(count) bytes")
    }
  }

  @Test func `SHA-256 in pieces equals SHA-256 at once, for every way to cut`() {
    let message = Random.bytes(200)
    let whole = Digest.sha256(message)
    for cut in 0...200 {
      var stream = SHA256Stream()
      stream.update(Array(message[..<cut]))
      message[cut...].withUnsafeBytes { stream.update($0) }
      #expect(stream.finish() == whole)
    }
  }

  @Test func `The hash of two begins with its prefix`() {
    let (left, right) = (Bytes32(Random.bytes(32)) ?? Bytes32(), Bytes32(Random.bytes(32)) ?? Bytes32())
    #expect(Digest.sha256(prefix: 1, left, right).bytes == Digest.sha256([1] + left.bytes + right.bytes))
  }

  @Test func `Thirty-two bytes are no more and no less, and hexadecimal both ways`() {
    for count in [0, 31, 33, 64] { #expect(Bytes32(Random.bytes(count)) == nil) }
    let bytes = Random.bytes(32)
    let held = Bytes32(bytes)
    #expect(held?.bytes == bytes)
    #expect(held?.hex == Hex.encode(bytes))
    func read(_ text: String) -> Bytes32? { Array(text.utf8).withUnsafeBytes { Bytes32(hex: $0) } }
    #expect(read(Hex.encode(bytes)) == held)
    for position in 0..<64 {
      for wrong in ["g", "A", "/", ":", "`", " ", "\u{0}"] {
        var text = Array(String(repeating: "0a", count: 32))
        text[position] = Character(wrong)
        #expect(read(String(text)) == nil)
      }
    }
    for byte in 0..<32 {
      var other = bytes
      other[byte] ^= 0x80
      #expect(Bytes32(other) != held)
    }
  }

  @Test func `A short hash depends on its key and every byte`() {
    let key = ShortHash()
    let message = Random.bytes(40)
    func hash(_ bytes: [UInt8], _ key: ShortHash) -> UInt64 { bytes.withUnsafeBytes { key.of($0) } }
    #expect(hash(message, key) == hash(message, key))
    #expect(hash(message, key) != hash(message, ShortHash()))
    for byte in message.indices {
      var other = message
      other[byte] ^= 1
      #expect(hash(other, key) != hash(message, key))
    }
    #expect(key.of(1, 2) != key.of(2, 1))
  }

  // RFC 7693 appendix A.
  @Test func `BLAKE2b gives the published digest`() {
    let digest = Hex.encode(Digest.blake2b(Array("abc".utf8), length: .bytes64))
    #expect(
      digest == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
  }

  @Test func `A key changes the BLAKE2b digest`() throws {
    let key = try SecretKey([UInt8](repeating: 7, count: 32))
    let plain = Digest.blake2b([1, 2, 3])
    let keyed = Digest.blake2b([1, 2, 3], key: key)
    #expect(plain != keyed)
    #expect(keyed == Digest.blake2b([1, 2, 3], key: key))
    #expect(Digest.blake2b([1, 2, 3], length: .bytes16, key: key).count == 16)
  }
}
