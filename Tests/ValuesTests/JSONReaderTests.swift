import Testing
import Values

private func read(_ text: String) throws -> Value { try JSONReader.read(Array(text.utf8)) }

private func refusalCode(_ bytes: [UInt8]) -> String? {
  do {
    _ = try JSONReader.read(bytes)
    return nil
  } catch let refusal as Refusal {
    return refusal.faults.first?.code
  } catch {
    return "\(error)"
  }
}

private func refusalCode(_ text: String) -> String? { refusalCode(Array(text.utf8)) }

@Suite struct `Reading JSON` {
  @Test func `every kind of value is read`() throws {
    let value = try read(#" { "a" : [ 1 , -2, true,false, null ], "b":"متن", "c":{} , "d":[] } "#)
    #expect(value["a"] == [1, -2, true, false, .null])
    #expect(value["b"] == "متن")
    #expect(value["c"] == .object([]))
    #expect(value["d"] == .list([]))
  }

  @Test func `whole numbers end at two to the fifty-third`() throws {
    #expect(try read("9007199254740991") == 9_007_199_254_740_991)
    #expect(try read("-9007199254740991") == -9_007_199_254_740_991)
    for text in [
      "9007199254740992", "-9007199254740992", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
      "100000000000000000000", "-100000000000000000000",
    ] { #expect(refusalCode(text) == "json.number", "\(text)") }
  }

  @Test func `fractions and exponents are no whole numbers`() {
    for text in ["1.0", "-0.5", "1e3", "1E-3"] { #expect(refusalCode(text) == "json.fraction", "\(text)") }
  }

  @Test func `what RFC 8259 does not know is refused`() {
    for text in [
      "", " ", "01", "-", "-01", "+1", ".5", "NaN", "Infinity", "tru", "nul", "'a'", "[1,]", "[,1]", "{\"a\":1,}",
      "{a:1}", "{\"a\" 1}", "[1 2]", "1 2", "[1", "{\"a\":", "\"a", "/*c*/1", "\u{FEFF}1", "[1]]",
    ] { #expect(refusalCode(text) == "json.syntax", "\(text)") }
  }

  @Test func `escapes stand for their characters`() throws {
    #expect(try read(#""\"\\\/\b\f\n\r\t""#) == .text("\"\\/\u{8}\u{c}\n\r\t"))
    #expect(try read(#""\u0633\u0644\u0627\u0645""#) == "سلام")
    #expect(try read(#""\ud83d\ude00""#) == "😀")
    #expect(try read(#""a\u0062c""#) == "abc")
  }

  @Test func `lone surrogates, NUL and broken escapes are refused`() {
    for text in [
      #""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ude00\ud83d""#, #""\u0000""#,
      #""\x41""#, #""\u12""#, #""\u+123""#, #""\u12G4""#, #""\"#,
    ] { #expect(refusalCode(text) == "json.syntax", "\(text)") }
  }

  @Test func `control characters must be escaped`() {
    for byte in UInt8(0)..<0x20 { #expect(refusalCode([0x22, byte, 0x22]) == "json.syntax") }
  }

  @Test func `only valid UTF-8 is read`() {
    let wrong: [[UInt8]] = [[0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xD9]]
    for bytes in wrong { #expect(refusalCode([0x22] + bytes + [0x22]) == "json.encoding") }
  }

  @Test func `a name that stands twice is refused, also when it is escaped differently`() {
    #expect(refusalCode(#"{"a":1,"a":2}"#) == "json.duplicate-name")
    #expect(refusalCode(#"{"a":1,"\u0061":2}"#) == "json.duplicate-name")
  }

  @Test func `the pointer of a duplicate name is escaped as RFC 6901 asks`() {
    let refusal = #expect(throws: Refusal.self) { try read(#"{"a/~":1,"a/~":2}"#) }
    #expect(refusal?.faults.first?.pointer == "/a~1~0")
  }

  @Test func `32 levels are read and 33 are not`() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try read(nested(32))
    #expect(refusalCode(nested(33)) == "json.too-deep")
    #expect(refusalCode(String(repeating: "[{\"a\":", count: 200_000)) == "json.too-deep")
  }

  @Test func `ten thousand elements are read and one more is not`() throws {
    func list(_ count: Int) -> String { "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]" }
    #expect(try read(list(9_999)).items.count == 9_999)
    #expect(refusalCode(list(10_000)) == "json.too-large")
    // A server's answer may be longer: the catalogue alone has more than 10,000 parts.
    let answer = Array(list(10_000).utf8)
    #expect(try JSONReader.read(answer, maximumElements: JSONReader.maximumElementsOfAnswer).items.count == 10_000)
  }
}
