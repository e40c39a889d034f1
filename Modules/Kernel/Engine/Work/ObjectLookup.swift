import Feature
import Persian
import Values

extension StoreSnapshot {
  func object(named text: String) throws -> NamedObject? {
    let plain = PersianText.asciiDigits(text).filter { !$0.isWhitespace }
    let parts = plain.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let row = Int64(parts[1]), row > 0, String(row) == parts[1] else { return nil }
      return try tables.all.first { $0.entity.object == parts[0] }.map { try object(of: $0, "id", .int(row)) }
    }
    let code = plain.uppercased()
    let prefix = code.prefix { $0 != "-" }
    let layout = tables.all.first { layout in
      layout.entity.prefix.map { $0 == prefix } == true && layout.columns.contains { $0.name == "code" }
    }
    return try layout.map { try object(of: $0, "code", .text(code)) }
  }

  private func object(of layout: RecordLayout, _ key: String, _ value: Value) throws -> NamedObject {
    func column(_ name: String) -> String { layout.columns.contains { $0.name == name } ? name : "NULL" }
    let found = try rows(
      text: "SELECT id, \(column("province")), \(column("county")) FROM \(layout.table.name) WHERE \(key) = ?", [value])
    guard let row = found.first, let id = row[0].integer else { throw Refusal.notFound(layout.entity) }
    return NamedObject(
      name: "\(layout.entity.object)/\(id)", province: row[1].string.flatMap { Province(code: $0) },
      countyRow: row[2].integer)
  }
}
