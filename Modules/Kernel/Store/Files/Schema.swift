public import Values

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

/// One thing in which a store's tables are not what its steps make.
public struct SchemaDeviation: Sendable, Equatable {
  /// A step makes it and the store lacks it; the store has it and no step makes it; or the SQL of the two is not the same.
  public enum Kind: String, Sendable { case missing, foreign, different }

  /// In which way.
  public let kind: Kind
  /// `table groups_group`
  public let object: String

  /// A short sentence of it, without the file's name.
  public var texts: Texts {
    switch kind {
    case .missing: Texts("\(object) نیست", "\(object) is missing")
    case .foreign: Texts("\(object) از هیچ گامی نیست", "\(object) is of no step")
    case .different: Texts("\(object) دیگرگون است", "\(object) is different")
    }
  }

  static func between(_ store: Schema, made: Schema) -> [SchemaDeviation] {
    Set(store.objects.keys).union(made.objects.keys).sorted().compactMap { name in
      switch (store.objects[name], made.objects[name]) {
      case (let one, let other) where one == other: nil
      case (nil, _): SchemaDeviation(kind: .missing, object: name)
      case (_, nil): SchemaDeviation(kind: .foreign, object: name)
      default: SchemaDeviation(kind: .different, object: name)
      }
    }
  }

  /// - Throws: `StoreFault.corrupt` that names the first of them.
  static func refuse(_ deviations: [SchemaDeviation], at path: String) throws {
    guard !deviations.isEmpty else { return }
    let named = deviations.prefix(5).map(\.texts)
    let more = deviations.count > named.count ? " + \(deviations.count - named.count)" : ""
    throw StoreFault(
      .corrupt,
      Texts(
        "جدول‌های \(path) آن نیستند که گام‌هایش می‌سازند: \(named.map(\.fa).joined(separator: "؛ "))\(more). مخزن را با همان نسخه‌ای که "
          + "آن را ساخته باز کنید یا نسخهٔ پشتیبان را بازگردانید؛ «hamyar doctor» همه را نام می‌برد. چیزی در مخزن تغییر نکرد.",
        "The tables of \(path) are not what its steps make: \(named.map(\.en).joined(separator: "; "))\(more). Open the store with "
          + "the version that made it, or put a backup back; `hamyar doctor` names them all. Nothing in the store was changed."))
  }
}
