import Testing
import Values

@Suite struct `Text of bytes and numbers` {
  @Test func `hexadecimal is read back in either case and anything else is refused`() {
    #expect(Hex.encode([0x00, 0x9A, 0xFF]) == "009aff")
    #expect(Hex.decode("009AfF") == [0x00, 0x9A, 0xFF])
    #expect(Hex.decode("") == [])
    for text in ["0", "000", "0g", " 00", "00 ", "00:11", "۰۰", "0G", "0`", "0/", "0:", "0@"] { #expect(Hex.decode(text) == nil) }
    let all = (0...255).map { UInt8($0) }
    #expect(Hex.decode(Hex.encode(all)) == all && Hex.decode(Hex.encode(all).uppercased()) == all)
  }

  @Test func `a lower-case digit has a value and no other octet has one`() {
    let digits = Array("0123456789abcdef".utf8)
    for octet in UInt8.min...UInt8.max {
      #expect(Hex.value(of: octet) == digits.firstIndex(of: octet).map { UInt8($0) } ?? 0xFF)
    }
  }

  @Test func `a word is sixteen digits`() {
    #expect(Hex.encode(0 as UInt64) == "0000000000000000")
    #expect(Hex.encode(0x0123_4567_89AB_CDEF as UInt64) == "0123456789abcdef")
  }

  @Test func `bytes in a field have one text, which is lower case`() throws {
    #expect(try Bytes(value: "00ff").raw == [0, 255])
    for text: Value in ["00FF", "0", "0g"] { #expect(throws: FieldFault.self) { try Bytes(value: text) } }
  }

  /// The first numbers of the published generator for the seed 1234567.
  @Test func `a seed gives the published numbers`() {
    var numbers = SplitMix64(seed: 1_234_567)
    let first = (0..<5).map { _ in numbers.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }
}
