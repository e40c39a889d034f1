import Foundation
import Jalali
import SharedData
import Testing
import Values

private func canonical(_ value: Value) throws -> String { String(decoding: try CanonicalJSON.write(value), as: UTF8.self) }

@Suite struct `Canonical JSON` {
  @Test func `names are sorted by their bytes, in every object`() throws {
    let value = Value.record(["b": 1, "a_": 2, "a.": 3, "a1": .record(["z": 1, "y": .null]), "a": [true, false]])
    #expect(try canonical(value) == #"{"a":[true,false],"a.":3,"a1":{"y":null,"z":1},"a_":2,"b":1}"#)
  }

  @Test func `integers end at two to the fifty-third`() throws {
    #expect(try canonical([9_007_199_254_740_991, -9_007_199_254_740_991]) == "[9007199254740991,-9007199254740991]")
    for number in [9_007_199_254_740_992, -9_007_199_254_740_992, Int64.max, Int64.min] {
      #expect(throws: FieldFault.self) { try CanonicalJSON.write(.int(number)) }
    }
  }

  @Test(arguments: ["", "A", "a-b", "a b", "نام", "a\u{0}", "é", String(repeating: "a", count: 41)])
  func `a name outside the profile is refused`(name: String) {
    #expect(throws: FieldFault.self) { try CanonicalJSON.write(.object([.init(name, 1)])) }
  }

  @Test func `a name that stands twice is refused`() throws {
    #expect(throws: FieldFault.self) { try CanonicalJSON.write(.object([.init("a", 1), .init("b", 2), .init("a", 3)])) }
    _ = try CanonicalJSON.write(.object([.init(String(repeating: "a", count: 40), 1)]))
  }

  @Test func `personal values never stand in it`() {
    #expect(throws: FieldFault.self) { try CanonicalJSON.write([.secret("a")]) }
    #expect(throws: FieldFault.self) { try CanonicalJSON.write([.personal("a")]) }
  }

  @Test func `days are Gregorian and bytes hexadecimal`() throws {
    #expect(try canonical([.day(try JalaliDay(1405, 1, 1)), .bytes([1, 171])]) == #"["2026-03-21","01ab"]"#)
  }

  private static let vectors = "vectors/ledger/jcs/jcs.json"

  @Test(.enabled(if: SharedData.has(vectors)))
  func `published vectors of RFC 8785 are met wherever the profile applies`() throws {
    let cases = try JSONReader.read(try SharedData.bytes(Self.vectors))["cases"]?.items ?? []
    var met: [String] = []
    for one in cases {
      let input = try #require(one["input_b64"]?.string.flatMap { Data(base64Encoded: $0) })
      guard let value = try? JSONReader.read(Array(input)), let bytes = try? CanonicalJSON.write(value) else { continue }
      #expect(JSONWriter.text(.bytes(bytes)) == "\"\(one["canonical_hex"]?.string ?? "")\"")
      met.append(one["name"]?.string ?? "")
    }
    #expect(met.contains("arrays"))
  }
}
