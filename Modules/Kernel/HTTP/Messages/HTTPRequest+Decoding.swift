/// Why a path or query cannot be read.
public enum HTTPDecodingFault: Error, Sendable, Equatable {
  /// A `%` without two hexadecimal digits.
  case malformedEscape
  /// The decoded octets are not UTF-8.
  case invalidUTF8
  /// A decoded NUL.
  case nul
  /// The same key twice in one query: two readers would see two different values.
  case duplicateKey(String)
}

extension HTTPRequest {
  /// The parts of the path between its slashes, each percent-decoded exactly once; `/` has none, a closing slash
  /// leaves an empty last one. Nil when a part is not UTF-8, holds NUL, or is `.` or `..`.
  public var segments: [String]? {
    guard path != "/" else { return [] }
    var path = path
    return path.withUTF8 { octets in
      guard octets.first == UInt8(ascii: "/") else { return nil }
      var parts: [String] = []
      parts.reserveCapacity(8)
      var start = 1
      for end in 1...octets.count where end == octets.count || octets[end] == UInt8(ascii: "/") {
        let raw = octets[start..<end]
        // The parser lets only visible ASCII into a path: without an escape there is nothing to decode.
        let isPlain = !raw.contains(UInt8(ascii: "%"))
        guard let part = isPlain ? String(decoding: raw, as: UTF8.self) : try? PercentEncoding.decode(raw, plusIsSpace: false),
          part != ".", part != ".."
        else { return nil }
        parts.append(part)
        start = end + 1
      }
      return parts
    }
  }

  /// The pairs of the query in order, names and values percent-decoded exactly once, `+` read as a space (as HTML
  /// forms write it). A name without `=` has an empty value.
  /// - Throws: `HTTPDecodingFault`, also for a name that occurs twice.
  public func query() throws(HTTPDecodingFault) -> [(String, String)] {
    guard let rawQuery, !rawQuery.isEmpty else { return [] }
    var pairs: [(String, String)] = []
    var seen: Set<String> = []
    for raw in rawQuery.utf8.split(separator: UInt8(ascii: "&")) {
      let equals = raw.firstIndex(of: UInt8(ascii: "=")) ?? raw.endIndex
      let name = try PercentEncoding.decode(raw[..<equals], plusIsSpace: true)
      let value = equals == raw.endIndex ? "" : try PercentEncoding.decode(raw[equals...].dropFirst(), plusIsSpace: true)
      guard seen.insert(name).inserted else { throw .duplicateKey(name) }
      pairs.append((name, value))
    }
    return pairs
  }
}
