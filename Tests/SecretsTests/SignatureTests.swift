import Secrets
import SharedData
import Testing
import Values

struct SignatureTests {
  // RFC 8032 7.1, TEST 1, 2 and 3: seed, public key, message, signature.
  static let published: [[String]] = [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
        + "655141438e7a100b",
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
        + "b00d291612bb0c00",
    ],
    [
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
        + "c027beceea1ec40a",
    ],
  ]

  @Test(arguments: published)
  func `Ed25519 gives the published signatures`(vector: [String]) throws {
    let parts = try vector.map { try #require(Hex.decode($0)) }
    let key = try SigningKey(seed: SecretKey(parts[0]))
    #expect(key.verifyingKey.bytes == parts[1])
    #expect(key.sign(parts[2]) == parts[3])
    #expect(key.verifyingKey.verify(parts[3], of: parts[2]))
    #expect(!key.verifyingKey.verify(parts[3], of: parts[2] + [0]))
    #expect(!key.verifyingKey.verify(Array(parts[3].dropLast()), of: parts[2]))
  }

  @Test func `Every flipped bit of a signature is noticed`() throws {
    let key = try SigningKey(seed: .random())
    let signature = key.sign([1, 2, 3])
    for bit in 0..<512 {
      var bent = signature
      bent[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!key.verifyingKey.verify(bent, of: [1, 2, 3]))
    }
  }

  @Test func `Keys of another length are refused`() {
    #expect(throws: SecretFault.wrongLength(expected: 32, actual: 31)) {
      try SecretKey([UInt8](repeating: 0, count: 31))
    }
    #expect(VerifyingKey([UInt8](repeating: 0, count: 33)) == nil)
  }

  struct Cases: Decodable {
    struct Case: Decodable {
      var seed: String?
      var pk: String
      var msg: String
      var sig: String
      var result: String?
    }
    var cases: [Case]
  }

  // Needs the shared vectors.
  @Test(.enabled(if: SharedData.has("vectors/ledger")))
  func `All signatures of the reference list are made anew byte for byte`() throws {
    let cases = try SharedData.decode(Cases.self, "vectors/ledger/ed25519/sign_input_subset.json").cases
    #expect(cases.count == 26)
    for item in cases {
      let seed = try #require(item.seed.flatMap { Hex.decode($0) })
      let message = try #require(Hex.decode(item.msg))
      let key = try SigningKey(seed: SecretKey(seed))
      #expect(Hex.encode(key.verifyingKey.bytes) == item.pk)
      #expect(Hex.encode(key.sign(message)) == item.sig)
    }
  }

  // Needs the shared vectors.
  @Test(.enabled(if: SharedData.has("vectors/ledger")))
  func `Hostile signatures and keys of Wycheproof are judged as published`() throws {
    let cases = try SharedData.decode(Cases.self, "vectors/ledger/ed25519/wycheproof_ed25519.json").cases
    #expect(cases.count == 151)
    for item in cases {
      let key = try #require(Hex.decode(item.pk))
      let (message, signature) = (try #require(Hex.decode(item.msg)), try #require(Hex.decode(item.sig)))
      let accepted = VerifyingKey(key)?.verify(signature, of: message) ?? false
      #expect(accepted == (item.result == "valid"))
    }
  }
}
