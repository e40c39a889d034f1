import Feature
import Persian
import Values

/// What can name a thing of any module, as it is typed: digits of three scripts, blanks, codes in either case.
enum ObjectName {
  /// `institutes.institute/12`.
  case row(object: String, id: Int64)
  /// `IN-27-1405-0003` with its letters.
  case code(String, prefix: String)

  /// - Returns: nil for `thing/x`, which names nothing; any other text may be a code.
  init?(_ text: String) {
    let plain = PersianText.asciiDigits(text).filter { !$0.isWhitespace }
    let parts = plain.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let code = plain.uppercased()
      self = .code(code, prefix: String(code.prefix { $0 != "-" }))
      return
    }
    guard let row = Int64(parts[1]), row > 0, String(row) == parts[1] else { return nil }
    self = .row(object: String(parts[0]), id: row)
  }

  /// The row in a code that is letters and a number, `NE-12`; nil for any other code.
  static func number(in code: String, prefix: String) -> Int64? {
    let rest = code.dropFirst(prefix.count + 1)
    return !rest.isEmpty && rest.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int64(rest) : nil
  }
}

extension StoreSnapshot {
  func object(named text: String) throws -> NamedObject? {
    guard let name = ObjectName(text) else { return nil }
    let code: String
    let prefix: String
    switch name {
    case .row(let object, let row):
      return try tables.all.first { $0.entity.object == object }.map { try self.object(of: $0, "id", .int(row)) }
    case .code(let text, let letters): (code, prefix) = (text, letters)
    }
    guard let layout = tables.all.first(where: { $0.entity.prefix == prefix }) else { return nil }
    if let row = ObjectName.number(in: code, prefix: prefix) { return try object(of: layout, "id", .int(row)) }
    return layout.isCoded ? try object(of: layout, "code", .text(code)) : nil
  }

  private func object(of layout: RecordLayout, _ key: String, _ value: Value) throws -> NamedObject {
    func column(_ name: String) -> String { layout.columns.contains { $0.name == name } ? name : "NULL" }
    let found = try rows(
      text: "SELECT id, \(column("province")), \(column("county")) FROM \(layout.table.name) WHERE \(key) = ?", [value])
    guard let row = found.first, let id = row[0].integer else { throw Refusal.notFound(layout.entity) }
    let called = try name(of: layout.entity.object, id)
    return NamedObject(
      kind: layout.entity.object, row: id, province: row[1].string.flatMap { Province(code: $0) }, countyRow: row[2].integer,
      called: layout.naming.permission == nil ? called : called.map { ReferenceName(code: $0.code, name: nil) })
  }
}
