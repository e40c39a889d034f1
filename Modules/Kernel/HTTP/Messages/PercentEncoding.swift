/// Percent-encoding (RFC 3986, 2.1): parts of a path or query as they stand in an address, and back.
public enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// Everything but unreserved octets (2.3) is escaped.
  public static func encode(_ text: String) -> String {
    var octets: [UInt8] = []
    for octet in text.utf8 {
      switch octet {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: octets.append(octet)
      default: octets += [0x25, digits[Int(octet >> 4)], digits[Int(octet & 15)]]
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }

  /// Decodes once. This room stands below the one that has the house's hexadecimal text, and reads its own.
  static func decode(_ raw: some Collection<UInt8>, plusIsSpace: Bool) throws(HTTPDecodingFault) -> String {
    var octets: [UInt8] = []
    octets.reserveCapacity(raw.count)
    var rest = raw.makeIterator()
    while let octet = rest.next() {
      switch octet {
      case UInt8(ascii: "%"):
        guard let high = rest.next()?.hexValue, let low = rest.next()?.hexValue else { throw .malformedEscape }
        octets.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: octets.append(UInt8(ascii: " "))
      default: octets.append(octet)
      }
    }
    guard !octets.contains(0) else { throw .nul }
    guard let text = String(validating: octets, as: UTF8.self) else { throw .invalidUTF8 }
    return text
  }
}
