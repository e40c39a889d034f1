import Jalali

/// The ledger's encoding `audit-json/1`: RFC 8785 restricted so that every sane sorter agrees.
///
/// Object names match `[a-z0-9_.]{1,40}`, integers stay within ±(2^53-1), there are no floats, strings are escaped
/// as RFC 8785 3.2.2.2 says. Readers hash the stored bytes; nothing is ever serialised again to be verified.
public enum CanonicalJSON {
  /// Integers that every reader of JSON holds exactly (I-JSON, RFC 7493 2.2).
  public static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

  /// - Throws: `FieldFault` that names the offending member; it never writes something it could not read back.
  public static func write(_ value: Value) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    try put(value, into: &bytes)
    return bytes
  }

  private static func put(_ value: Value, into bytes: inout [UInt8]) throws {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .int(let number):
      guard integers.contains(number) else { throw fault("ledger.number", "\(number)") }
      JSONText.put(number, into: &bytes)
    case .text(let text): JSONText.quote(text, into: &bytes)
    case .day(let day): JSONText.quote(day.iso, into: &bytes)
    case .bytes(let data): JSONText.quote(hexText(data), into: &bytes)
    case .secret, .personal: throw fault("ledger.personal-data", "a personal value")
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try put(item, into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members): try put(members, into: &bytes)
    }
  }

  private static func put(_ members: [Value.Member], into bytes: inout [UInt8]) throws {
    let sorted = isSorted(members) ? members : members.sorted { precedes($0.name, $1.name) }
    if sorted.isEmpty { bytes.append(UInt8(ascii: "{")) }
    for (index, member) in sorted.enumerated() {
      guard isName(member.name), index == 0 || sorted[index - 1].name != member.name else {
        throw fault("ledger.name", member.name)
      }
      bytes.append(index > 0 ? UInt8(ascii: ",") : UInt8(ascii: "{"))
      // A name has nothing to escape.
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: member.name.utf8)
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
      try put(member.value, into: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func isSorted(_ members: [Value.Member]) -> Bool {
    members.indices.dropFirst().allSatisfy { precedes(members[$0 - 1].name, members[$0].name) }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    // The order of Swift's strings is that of their bytes where both are ASCII; others are refused anyway.
    left < right
  }

  private static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E }
  }

  private static func fault(_ code: String, _ what: String) -> FieldFault {
    FieldFault("", code, Texts("در دفتر ثبت‌شدنی نیست: \(what)", "Cannot stand in the ledger: \(what)"))
  }
}

enum JSONText {
  /// Escapes what RFC 8785 3.2.2.2 escapes and nothing else. Runs without anything to escape go over whole.
  static func quote(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(UInt8(ascii: "\""))
      var start = 0
      for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte, into: &bytes)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    default:
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(contentsOf: hexText([byte]).utf8)
    }
  }

  /// A number without the detour over a string.
  static func put(_ number: Int64, into bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
