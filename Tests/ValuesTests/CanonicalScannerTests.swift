import Testing
import Values

/// The scanner must accept exactly what the writer would have written, which the reader and the writer together tell.
@Suite struct CanonicalScannerTests {
  private func isCanonical(_ bytes: [UInt8]) -> Bool {
    guard let value = try? JSONReader.read(bytes), let again = try? CanonicalJSON.write(value) else { return false }
    return again == bytes
  }

  private func isScanned(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer {
      guard var scanner = CanonicalScanner($0) else { return false }
      return scanner.value() != nil && scanner.isAtEnd
    }
  }

  private static let texts = [
    "", "{}", "[]", "null", "true", "false", "nul", "truee", "0", "-0", "-1", "00", "01", "1.0", "1e3", "+1", "-", "--1",
    "9007199254740991", "9007199254740992", "-9007199254740991", "-9007199254740992", "99999999999999999999999",
    "123456789012345678", #""""#, #""a"#, #""\u0000""#, #""\u0001""#, #""\u001f""#, #""\u001F""#, #""\u0020""#, #""\u0008""#,
    #""\u0009""#, #""\u000a""#, #""\u000c""#, #""\u000d""#, #""\u000b""#, #""\u000e""#, #""\b\t\n\f\r\"\\""#, #""\/""#,
    #""\a""#, #""\u""#, #""\u00""#, #""\u001""#, #""\uD83D\uDE00""#, "\"😀\"", "\"سلام\"", "\"\u{7F}\"", "\"\u{1}\"",
    #"{"a":1,"b":2}"#, #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"a":1,}"#, #"{"a":1"#, #"{"a"}"#, #"{"":1}"#, #"{"A":1}"#,
    #"{"a b":1}"#, #"{"a1_.z":1}"#, #"{"_":1,"a":1}"#, #"{".":1,"a":1}"#, #"{"a": 1}"#, #" {"a":1}"#, #"{"a":1} "#,
    "{\"\(String(repeating: "n", count: 40))\":1}", "{\"\(String(repeating: "n", count: 41))\":1}", "[1,2]", "[1,]", "[,1]",
    "[1 ,2]", "[", "]", "{", "}", "[1}", "{\"a\":[1,{\"b\":null}]}", #"{"aa":1,"a":1}"#, #"{"a":1,"aa":1}"#,
    String(repeating: "[", count: 32) + String(repeating: "]", count: 32),
    String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
  ]

  @Test(arguments: texts) func `both judge alike`(text: String) {
    #expect(isScanned(Array(text.utf8)) == isCanonical(Array(text.utf8)))
  }

  @Test func `both judge alike whatever byte is changed, put in or left out`() {
    var random = SplitMix64(seed: 8785)
    let sample = #"{"act":"groups.edit","after":{"n":-120,"t":"خط\n\"\u001f\\"},"list":[null,true,{"c":"00ff"},[]],"v":1}"#
    let bytes = Array(sample.utf8)
    #expect(isScanned(bytes) && isCanonical(bytes))
    for place in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[place] = byte
        #expect(isScanned(changed) == isCanonical(changed), "byte \(place) as \(byte)")
      }
      var shorter = bytes
      shorter.remove(at: place)
      #expect(isScanned(shorter) == isCanonical(shorter), "without byte \(place)")
      for _ in 0..<20 {
        var longer = bytes
        longer.insert(bytes.randomElement(using: &random) ?? 0, at: place)
        #expect(isScanned(longer) == isCanonical(longer))
      }
    }
  }
}
