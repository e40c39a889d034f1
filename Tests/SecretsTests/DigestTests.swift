import Secrets
import Testing

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

  @Test func `A prefix byte counts as the first byte`() {
    let (left, right) = (Random.bytes(32), Random.bytes(32))
    #expect(Digest.sha256(prefix: 0, left) == Digest.sha256([0] + left))
    #expect(Digest.sha256(prefix: 1, left, right) == Digest.sha256([1] + left + right))
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
