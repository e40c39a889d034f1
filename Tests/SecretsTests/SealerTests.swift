import Secrets
import Testing
import Values

struct SealerTests {
  let sealer: Sealer
  let plain = Array("۰۹۱۲۳۴۵۶۷۸۹".utf8)
  let place = Array("people.person|mobile|17|1".utf8)

  init() throws { sealer = Sealer(key: try .random()) }

  @Test func `A box opens to what was sealed, also to nothing`() throws {
    #expect(try sealer.open(sealer.seal(plain, aad: place), aad: place) == plain)
    #expect(try sealer.open(sealer.seal([], aad: []), aad: []) == [])
  }

  @Test func `A box is as much longer as stated and never twice the same`() {
    let box = sealer.seal(plain, aad: place)
    #expect(box.count == plain.count + Sealer.overhead)
    #expect(box != sealer.seal(plain, aad: place))
  }

  @Test func `A box moved to another place does not open`() {
    let box = sealer.seal(plain, aad: place)
    #expect(throws: SecretFault.notAuthentic) {
      try sealer.open(box, aad: Array("people.person|mobile|18|1".utf8))
    }
  }

  @Test func `Another key does not open it`() throws {
    let box = sealer.seal(plain, aad: place)
    let other = Sealer(key: try .random())
    #expect(throws: SecretFault.notAuthentic) { try other.open(box, aad: place) }
  }

  @Test func `Every altered byte and every cut is noticed`() {
    let box = sealer.seal(plain, aad: place)
    for position in box.indices {
      var bent = box
      bent[position] ^= 1
      #expect(throws: SecretFault.notAuthentic) { try sealer.open(bent, aad: place) }
      #expect(throws: SecretFault.notAuthentic) { try sealer.open(Array(box[..<position]), aad: place) }
    }
  }

  // draft-irtf-cfrg-xchacha-03, A.3.1.
  @Test func `The published box opens`() throws {
    let key = try SecretKey(Array(0x80...0x9F))
    let box = try #require(
      Hex.decode(
        "404142434445464748494a4b4c4d4e4f5051525354555657"
          + "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c"
          + "54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812"
          + "f615c68b13b52ec0875924c1c7987947deafd8780acf49"))
    let aad: [UInt8] = [0x50, 0x51, 0x52, 0x53, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7]
    let opened = String(decoding: try Sealer(key: key).open(box, aad: aad), as: UTF8.self)
    #expect(opened.hasPrefix("Ladies and Gentlemen of the class of '99"))
  }

  @Test func `A key can be wrapped, and only a key unwraps as one`() throws {
    let subject = try SecretKey.random()
    let unwrapped = try sealer.openKey(sealer.seal(subject, aad: place), aad: place)
    #expect(unwrapped.withBytes { Array($0) } == subject.withBytes { Array($0) })
    let box = sealer.seal(plain, aad: place)
    #expect(throws: SecretFault.wrongLength(expected: 32, actual: plain.count)) { try sealer.openKey(box, aad: place) }
  }
}
