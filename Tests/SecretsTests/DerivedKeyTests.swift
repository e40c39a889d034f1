import Secrets
import Testing
import Values

struct DerivedKeyTests {
  let master: MasterKey

  init() throws { master = MasterKey(try SecretKey(Array(0..<32))) }

  private func bytes(_ key: SecretKey) -> [UInt8] { key.withBytes { Array($0) } }

  @Test func `Each purpose and version has a key of its own, the same every time`() throws {
    var seen: Set<[UInt8]> = []
    for purpose in KeyPurpose.allCases {
      #expect(purpose.rawValue.utf8.count == 8)
      for version: UInt64 in 1...3 {
        let key = bytes(try master.derive(purpose, version: version))
        #expect(seen.insert(key).inserted)
        #expect(bytes(try master.derive(purpose, version: version)) == key)
      }
    }
  }

  // BLAKE2b-256 with key 00..1f, salt = the version little-endian, personalisation = the context, by another program.
  @Test func `The key for fields is the one that was once written with`() throws {
    #expect(
      Hex.encode(bytes(try master.derive(.field))) == "f9f35f34ed4f6c0aef916b562ce2809525ce1381b35a51bf296ab29309d83f1f"
    )
  }

  @Test func `A key does not tell itself in a log line`() throws {
    let key = try SecretKey([UInt8](repeating: 0x41, count: 32))
    #expect("\(key)" == "SecretKey(…)")
    #expect(String(reflecting: key) == "SecretKey(…)")
  }

  @Test func `A blind index finds equal values within one column only`() throws {
    let key = try master.derive(.index)
    let index = BlindIndex.of("0012345679", column: "people.person.national_id", key: key)
    #expect(index.count == 16)
    #expect(index == BlindIndex.of("0012345679", column: "people.person.national_id", key: key))
    #expect(index != BlindIndex.of("0012345679", column: "people.person.mobile", key: key))
    #expect(index != BlindIndex.of("0012345678", column: "people.person.national_id", key: key))
    let other = try master.derive(.index, version: 2)
    #expect(index != BlindIndex.of("0012345679", column: "people.person.national_id", key: other))
  }

  @Test func `Tokens are all different, fit a header and are stored as keyed digests`() throws {
    let tokens = Set((0..<10_000).map { _ in Random.token() })
    #expect(tokens.count == 10_000)
    #expect(tokens.allSatisfy { $0.count == 43 && Base64.decode(url: $0)?.count == 32 })
    let digest = TokenHash.of("abc", key: try master.derive(.token))
    #expect(digest.count == 32)
    #expect(digest != TokenHash.of("abd", key: try master.derive(.token)))
    #expect(digest != Digest.blake2b(Array("abc".utf8)))
  }

  @Test func `Comparison in constant time is comparison`() {
    #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]))
    #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]))
    #expect(!ConstantTime.equal([1, 2, 3], [1, 2]))
    #expect(ConstantTime.equal([], []))
  }
}
