import CLinux
import Glibc

/// Checks `uri-host [ ":" port ]` (RFC 9112 section 3.2): a registered name, an IPv4 or a bracketed IPv6 address.
enum Authority {
  static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let end = endOfHost(bytes, range) else { return false }
    guard end < range.upperBound else { return true }
    guard bytes[end] == UInt8(ascii: ":"), range.upperBound - end <= 6 else { return false }
    var port = 0
    for index in end + 1..<range.upperBound {
      guard bytes[index].isDigit else { return false }
      port = port * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return port <= 65_535
  }

  /// The host without its port, in lower case.
  static func hostName(_ authority: String) -> String {
    let octets = Array(authority.utf8)
    let end = endOfHost(octets.span, 0..<octets.count) ?? octets.count
    return String(decoding: octets[..<end], as: UTF8.self).lowercased()
  }

  private static func endOfHost(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    if range.isEmpty { return range.upperBound }
    if bytes[range.lowerBound] == UInt8(ascii: "[") {
      guard let close = bytes.firstIndex(of: UInt8(ascii: "]"), in: range) else { return nil }
      return isIPv6(bytes, range.lowerBound + 1..<close) ? close + 1 : nil
    }
    let host = ByteSet.host
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "%") {
        guard index + 2 < range.upperBound, let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue,
          high | low != 0
        else { return nil }
        index += 3
      } else if host.contains(bytes[index]) {
        index += 1
      } else {
        return index
      }
    }
    return index
  }

  private static func isIPv6(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 45 else { return false }
    for index in range {
      guard bytes[index].hexValue != nil || bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ".")
      else { return false }
    }
    var address = in6_addr()
    return inet_pton(AF_INET6, bytes.text(range), &address) == 1
  }
}
