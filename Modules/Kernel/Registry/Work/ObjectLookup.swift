public import Persian
public import Values

/// A thing of any module, found by the name the ledger or people give it.
public struct NamedObject: Sendable {
  /// As in the ledger, `institutes.institute/12`.
  public let name: String
  /// nil for what belongs to the nation.
  public let province: Province?
  public let county: ID<CountyEntity>?
}

extension ReadAccess where Self: ~Copyable {
  /// Finds what a ledger name (`institutes.institute/12`) or a short code (`IN-27-1405-0003`) stands for, so that desks can
  /// attach things to objects of modules they do not know.
  ///
  /// - Throws: `Refusal` of kind `malformed` for what is no such name, `Refusal.notFound` also for what is out of scope.
  public func object(named text: String, at pointer: String = "/object") throws -> NamedObject {
    guard let found = try reader.object(named: text) else {
      throw Refusal.input(
        pointer, "object.unreadable",
        Texts(
          "باید نام یا کد یک چیز ثبت‌شده باشد، مانند institutes.institute/12 یا IN-27-1405-0003.",
          "Must name something recorded, such as institutes.institute/12 or IN-27-1405-0003."))
    }
    return found
  }
}

extension ReadCore {
  fileprivate func object(named text: String) throws -> NamedObject? {
    let plain = PersianText.asciiDigits(text).filter { !$0.isWhitespace }
    let parts = plain.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let row = Int64(parts[1]), row > 0, String(row) == parts[1] else { return nil }
      return try tables.all.first { $0.entity.object == parts[0] }.map { try object(of: $0, "id", .int(row)) }
    }
    let code = plain.uppercased()
    let prefix = code.prefix { $0 != "-" }
    let sheet = tables.all.first { sheet in
      sheet.entity.prefix.map { $0 == prefix } == true && sheet.columns.contains { $0.name == "code" }
    }
    return try sheet.map { try object(of: $0, "code", .text(code)) }
  }

  private func object(of sheet: TableSheet, _ key: String, _ value: Value) throws -> NamedObject {
    func column(_ name: String) -> String { sheet.columns.contains { $0.name == name } ? name : "NULL" }
    let found = try rows(
      text: "SELECT id, \(column("province")), \(column("county")) FROM \(sheet.table.name) WHERE \(key) = ?", [value])
    guard let row = found.first, let id = row[0].integer else { throw Refusal.notFound(sheet.entity.texts) }
    return NamedObject(
      name: "\(sheet.entity.object)/\(id)", province: row[1].string.flatMap { Province(code: $0) },
      county: row[2].integer.map { ID($0) })
  }
}
