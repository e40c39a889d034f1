import Values

/// What a database is made of: every table, index, trigger and view with the SQL that makes it.
struct Schema: Equatable {
  /// By `table groups_group`.
  let objects: [String: String]

  /// Without what SQLite makes for itself and the table that lists the steps, which no step makes.
  init(of connection: Connection) throws {
    let rows = try connection.privileged(
      "SELECT type || ' ' || name, tbl_name, sql FROM sqlite_master WHERE substr(name,1,7)<>'sqlite_' AND tbl_name<>'store_migration'"
    ).all()
    var objects: [String: String] = [:]
    for row in rows {
      guard let name = row.first?.string, let table = row.dropFirst().first?.string, let sql = row.last?.string else { continue }
      objects[name] = table + ": " + Schema.words(sql).joined(separator: " ")
    }
    self.objects = objects
  }

  /// The words and signs of a statement, so that neither blanks nor comments make a difference.
  static func words(_ sql: String) -> [String] {
    var words: [String] = []
    var rest = Array(sql.utf8)[...]
    while let first = rest.first {
      let length = length(of: rest, from: first)
      if !isBlank(first) && !rest.starts(with: Array("--".utf8)) && !rest.starts(with: Array("/*".utf8)) {
        words.append(String(decoding: rest.prefix(length), as: UTF8.self))
      }
      rest = rest.dropFirst(length)
    }
    return words
  }

  /// How far the word, sign, blank or comment goes with which a text begins.
  private static func length(of text: ArraySlice<UInt8>, from first: UInt8) -> Int {
    if text.starts(with: Array("--".utf8)) { return text.prefix { $0 != UInt8(ascii: "\n") }.count }
    if text.starts(with: Array("/*".utf8)) { return comment(text) }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(text, until: first)
    case UInt8(ascii: "["): return quoted(text, until: UInt8(ascii: "]"))
    default: return max(1, text.prefix { isLetter($0) }.count)
    }
  }

  private static func comment(_ text: ArraySlice<UInt8>) -> Int {
    var rest = text.dropFirst(2)
    while !rest.isEmpty && !rest.starts(with: Array("*/".utf8)) { rest = rest.dropFirst() }
    return rest.startIndex - text.startIndex + min(2, rest.count)
  }

  /// A doubled quotation mark within the word gives two words side by side, which are as good to compare.
  private static func quoted(_ text: ArraySlice<UInt8>, until end: UInt8) -> Int {
    min(text.count, text.dropFirst().prefix { $0 != end }.count + 2)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF: true
    default: false
    }
  }
}
