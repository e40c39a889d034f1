import Jalali
import Persian

/// Writes values as JSON text for people and machines outside: dates get their Jalali twin, secrets a mask.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  /// Whether the reader holds the right to see personal data in clear.
  private let showsSecrets: Bool

  public init(showsSecrets: Bool = false) {
    self.showsSecrets = showsSecrets
    bytes.reserveCapacity(512)
  }

  public static func write(_ value: Value, showsSecrets: Bool = false) -> [UInt8] {
    var writer = JSONWriter(showsSecrets: showsSecrets)
    writer.put(value)
    return writer.bytes
  }

  public static func text(_ value: Value, showsSecrets: Bool = false) -> String {
    String(decoding: write(value, showsSecrets: showsSecrets), as: UTF8.self)
  }

  public mutating func put(_ value: Value) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .int(let number): put(number)
    case .text(let text): put(text)
    case .day(let day): put(day.iso)
    case .bytes(let data): put(hexText(data))
    case .secret(let inner): if showsSecrets { put(inner) } else { put(Mask.text(inner)) }
    case .personal(let inner): put(inner)
    case .list(let items):
      raw("[")
      for (index, item) in items.enumerated() {
        if index > 0 { raw(",") }
        put(item)
      }
      raw("]")
    case .object(let members):
      raw("{")
      for (index, member) in members.enumerated() {
        if index > 0 { raw(",") }
        put(member)
      }
      raw("}")
    }
  }

  private mutating func put(_ member: Value.Member) {
    put(member.name)
    raw(":")
    put(member.value)
    guard let day = shownDay(member.value) else { return }
    raw(",")
    put(member.name + "Jalali")
    raw(":")
    put(day.text)
  }

  private func shownDay(_ value: Value) -> JalaliDay? {
    switch value {
    case .day(let day): day
    case .personal(let inner): shownDay(inner)
    case .secret(let inner) where showsSecrets: shownDay(inner)
    default: nil
    }
  }

  public mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func put(_ number: Int64) { JSONText.put(number, into: &bytes) }

  public mutating func put(_ text: String) { JSONText.quote(text, into: &bytes) }
}

/// How a secret looks to somebody without the right to read it.
public enum Mask {
  public static func text(_ value: Value) -> String {
    guard case .text(let text) = value else { return "•••" }
    return text.count > 6 ? "•••" + text.suffix(4) : "•••"
  }
}

/// The bytes of lower-case hexadecimal text as `hexText` writes it, or nil.
func hexBytes(_ text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2), digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
    return nil
  }
  func nibble(_ digit: UInt8) -> UInt8 { digit < 0x61 ? digit - 0x30 : digit - 0x61 + 10 }
  return stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) }
}

func hexText(_ data: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: data.count * 2) { text in
    func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
    for (index, byte) in data.enumerated() {
      text[index * 2] = digit(byte >> 4)
      text[index * 2 + 1] = digit(byte & 15)
    }
    return data.count * 2
  }
}
