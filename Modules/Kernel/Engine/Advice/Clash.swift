import Feature
import Store
import Values

/// What stands in the way of a row that is written: which fields are taken, and by which row as far as the writer sees it.
struct Clash {
  let entity: any Entity.Type
  /// Properties of the record.
  let properties: [String]
  /// Code or number of the row that is there; nil when it lies out of the writer's reach.
  let row: Value?
  /// Its number; nil as `row` is.
  let id: Int64?

  /// As the ledger calls the row that is there.
  var object: String? { id.map { "\(entity.object)/\($0)" } }
}

extension StoreSnapshot {
  /// Reads off SQLite's message which index said no, and looks for the row within the scope: it is no oracle.
  func clash(_ fault: StoreFault, _ stored: [Value], _ layout: RecordLayout) throws -> Clash {
    let (columns, condition) = try keys(named: fault.texts.en)
    let places = layout.columns.indices.filter { columns.contains(layout.columns[$0].name) }
    let properties = places.map { layout.columns[$0].property }
    guard !places.isEmpty, columns.count == places.count else {
      return Clash(entity: layout.entity, properties: properties, row: nil, id: nil)
    }
    let equal = places.map { "\(layout.columns[$0].name) IS ?" } + (condition.map { ["(\($0))"] } ?? [])
    let found = try rows(
      text: "SELECT \(layout.code), id FROM \(layout.table.name) WHERE \(equal.joined(separator: " AND ")) LIMIT 1",
      places.map { stored[$0].plain })
    return Clash(entity: layout.entity, properties: properties, row: found.first?.first, id: found.first?.last?.integer)
  }

  /// `UNIQUE constraint failed: table.a, table.b`, or `… index 'name'` for one over expressions.
  private func keys(named message: String) throws -> (columns: [String], condition: String?) {
    guard let list = message.split(separator: ":").last.map({ $0.split(separator: ",") }) else { return ([], nil) }
    let names = list.map { $0.filter { $0 != " " } }
    guard let first = names.first, first.hasPrefix("index'") else {
      return (names.compactMap { $0.split(separator: ".").last.map(String.init) }, nil)
    }
    let index = first.dropFirst(6).prefix { $0 != "'" }
    let sql = try connection.privileged("SELECT sql FROM sqlite_master WHERE type='index' AND name=?").bind([.text(String(index))]).first()
    guard let text = sql?.string, let open = text.firstIndex(of: "(") else { return ([], nil) }
    let parts = text[open...].split(separator: " WHERE ", maxSplits: 1)
    let words = (parts.first ?? "").split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { $0.lowercased() }
    return (words.filter { $0 != "coalesce" && $0 != "ifnull" && Int($0) == nil }, parts.dropFirst().first.map(String.init))
  }
}

extension NextSteps {
  /// The row that is there already; named to whoever may read such rows.
  func existing(_ clash: Clash) -> [NextStep] {
    let shown = registry.commandIndex.shows[clash.entity.object].flatMap { may($0.spec) ? $0 : nil }
    let list = registry.commandIndex.lists[clash.entity.object]?.first { may($0.spec) }
    let (what, row) = (clash.entity.texts, clash.row)
    let name = row.flatMap { $0.string ?? $0.integer.map(String.init) }
    if let name, let row, let shown, let field = shown.rowField {
      return [
        NextStep(
          Texts("\(what.fa) \(name) از پیش هست؛ آن را ببینید.", "Look at the \(what.en) \(name), which exists already."),
          command: shown.spec.name, input: [.init(field.name, row)])
      ]
    }
    guard let list else { return [] }
    let texts =
      name.map {
        Texts(
          "\(what.fa) \($0) از پیش هست؛ آن را در «\(list.spec.texts.fa)» ببینید.",
          "The \(what.en) \($0) exists already; see it in \(list.spec.texts.en.quoted).")
      }
      ?? Texts(
        "\(what.fa) دیگری این‌ها را دارد؛ مقداری دیگر بدهید یا «\(list.spec.texts.fa)» را ببینید.",
        "Another \(what.en) has these already; give others, or see \(list.spec.texts.en.quoted).")
    return [NextStep(texts, command: list.spec.name)]
  }

  /// One fault for each field that clashes, with its pointer where the input has such a field.
  func faults(of clash: Clash) -> [FieldFault] {
    let words = registry.entities.first { $0.object == clash.entity.object }?.fields ?? []
    return clash.properties.map { property in
      // A row keeps `groupID` or `nameKey` of what the input calls `group` or `name`.
      let names = [property] + ["ID", "Key"].filter(property.hasSuffix).map { String(property.dropLast($0.count)) }
      let field = command?.fields.first { names.contains($0.name) }
      let label =
        field.map { $0.label.en.isEmpty ? $0.texts : $0.label } ?? words.first { names.contains($0.name) }.map { Texts($0.fa, $0.en) }
        ?? Texts(property, property)
      return FieldFault(
        field.map { "/\($0.name)" } ?? "", "conflict.taken",
        Texts("«\(label.fa)» را ردیف دیگری دارد.", "Another row has this already: \(label.en)."))
    }
  }
}
