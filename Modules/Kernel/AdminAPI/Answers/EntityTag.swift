import Engine
import Secrets
import Values

/// Strong entity tags: `"rev-12"` for a row as it is stored, `"rev-12.<digest>"` for an answer that shows more or less
/// than its row (other tables, masked values), `"<digest>"` for one without a revision.
enum EntityTag {
  /// - Parameter revision: of the row that the answer shows, if it shows one.
  static func of(_ revision: Int64?, _ command: Command, body: [UInt8]) -> String {
    guard let revision else { return of(body) }
    return command.answersRow && !command.showsMasks ? "\"rev-\(revision)\"" : "\"rev-\(revision).\(digest(body))\""
  }

  static func of(_ body: [UInt8]) -> String { "\"\(digest(body))\"" }

  private static func digest(_ body: [UInt8]) -> String { Hex.encode(Digest.blake2b(body, length: .bytes16)) }

  /// The revision that a strong tag stands for; nil for a weak one and for those that carry none.
  static func revision(_ tag: String) -> Int64? {
    guard tag.hasPrefix("\"rev-"), tag.hasSuffix("\"") else { return nil }
    let digits = tag.dropFirst(5).dropLast().prefix { $0 != "." }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(digits)
  }

  /// Splits the lines of a header into tags; nil when something else stands there.
  static func list(_ lines: [String]) -> [String]? {
    var tags: [String] = []
    for line in lines {
      var rest = line.utf8[...]
      while true {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C }
        guard !rest.isEmpty else { break }
        let start = rest.startIndex
        if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
        guard rest.first == 0x22, let end = rest.dropFirst().firstIndex(of: 0x22) else { return nil }
        rest = rest[rest.index(after: end)...]
        tags.append(String(Substring(line.utf8[start...end])))
        guard tags.count <= 64, rest.isEmpty || [0x20, 0x09, 0x2C].contains(rest.first) else { return nil }
      }
    }
    return tags.isEmpty ? nil : tags
  }
}
