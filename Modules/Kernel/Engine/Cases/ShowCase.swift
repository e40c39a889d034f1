import Feature
import Jalali
import Values

/// A thing of any module by its code: where it stands, what happened, what may come next.
struct ShowCase: Query {
  var code: String

  static let spec = Spec(
    "cases.show", "نشان دادن یک چیز با کد آن", "Show a thing by its code", "/things/{code}", permission: .oneself,
    fields: ["code": ("کد یا نام دفتری", "its code, or its name in the ledger")], examples: ["code": "GR-27-1405-0012"])

  func answer(in snapshot: borrowing Snapshot) throws -> ShownCase {
    let reader = try CaseReader(snapshot)
    let row = try reader.row(named: code)
    let history = CaseHistory(reader: reader)
    return ShownCase(
      object: row.object, code: row.code, name: row.name, kind: row.kind.label,
      module: CaseLabel(row.kind.module.id, Texts(row.kind.module.fa, row.kind.module.en)), province: row.province,
      state: row.state, revision: Int(row.values["rev"]?.integer ?? 0), fields: try CaseLines(reader: reader, row: row).lines(),
      guarded: row.kind.fields.filter { $0.guarding != .open && $0.isShown }.map { CaseLabel($0.name, $0.label) },
      events: try history.events(of: row), eventCount: try history.count(of: row),
      next: try CaseSteps(reader: reader, row: row).steps())
  }
}

/// The open fields of a row, for machines and for people.
struct CaseLines {
  private static let ownMembers: Set<String> = ["id", "rev", "code", "state"]

  let reader: CaseReader
  let row: CaseRow

  func lines() throws -> [ShownCase.Line] {
    try row.kind.fields.filter { row.kind.hasColumn($0.name) && !CaseLines.ownMembers.contains($0.name) }.map { field in
      let value = row.values[field.name] ?? .null
      let texts = value.isNull ? nil : try texts(of: value, field)
      return ShownCase.Line(
        name: field.name, fa: field.label.fa, en: field.label.en, value: value.isNull ? nil : plain(value), textFa: texts?.fa,
        textEn: texts?.en)
    }
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .day(let day): day.iso
    default: JSONWriter.text(value)
    }
  }

  /// A value as people read it; nil for a row that does not exist for the asker, whose number would tell that it is there.
  private func texts(of value: Value, _ field: Field) throws -> Texts? {
    switch (field.kind, value) {
    case (.day, .day(let day)): return Texts(day.text, day.text)
    case (.day, .text(let text)): return (try? JalaliDay(parsing: text)).map { Texts($0.text, $0.text) }
    case (.bool, .bool(let flag)): return flag ? Texts("هست", "yes") : Texts("نیست", "no")
    case (.choice(let choices), .text(let code)): return choices.first { $0.value == code }?.texts ?? Texts(code, code)
    case (.reference(let object, _), .int(let id)): return try eyes.name(of: object, id).map(called)
    case (.code(let object), .text(let code)): return try eyes.name(of: object, code: code).map(called)
    case (.list(let element), .list(let items)):
      let all = try items.compactMap { try texts(of: $0, element) }
      return Texts(all.map(\.fa).joined(separator: "؛ "), all.map(\.en).joined(separator: "; "))
    // What says itself in both languages is not shown as it is stored.
    case (.object, .object) where value["fa"]?.string != nil && value["en"]?.string != nil:
      return Texts(value["fa"]?.string ?? "", value["en"]?.string ?? "")
    case (.object(let parts), .object):
      let all = try parts.compactMap { part -> Texts? in
        guard let own = value[part.name], !own.isNull, let said = try texts(of: own, part) else { return nil }
        return Texts("\(part.label.fa): \(said.fa)", "\(part.label.en): \(said.en)")
      }
      return Texts(all.map(\.fa).joined(separator: "، "), all.map(\.en).joined(separator: ", "))
    case (.province, .text(let code)): return Province(code: code).map { Texts($0.fa, $0.en) } ?? Texts(code, code)
    default: return Texts(plain(value), plain(value))
    }
  }

  private var eyes: StoreSnapshot { reader.widestEyes }

  private func called(_ other: ReferenceName) -> Texts {
    let name = [other.code, other.name.map { "«\($0)»" }].compactMap(\.self).joined(separator: " ")
    return Texts(name, name)
  }
}
