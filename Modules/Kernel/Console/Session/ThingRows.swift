import Engine
import Values

/// Rows of the store, asked for while somebody completes a code: by the list that belongs to the thing.
struct ThingRows {
  /// Rows that are fetched at most; a list gives no more at once.
  static let most: Int64 = 500

  private var known: [String: (rows: [NamedValue], since: ContinuousClock.Instant)] = [:]

  mutating func forget() { known = [:] }

  /// Codes with the names people know them by. What the list does not permit or cannot tell is nothing here.
  mutating func rows(of field: FieldEntry, _ commandTable: CommandTable, _ client: any CatalogueClient) -> [NamedValue] {
    guard let object = field.object, let prefix = field.prefix, let list = commandTable.list(of: object) else { return [] }
    let now = ContinuousClock().now
    if let found = known[object], now - found.since < .seconds(60) { return found.rows }
    let answer = try? client.run(list, input: .record(["limit": .int(ThingRows.most)]), options: CallOptions()).value
    let open = list.answer.filter { !$0.isPersonal }.map(\.name)
    let rows = (answer?["items"]?.items ?? []).compactMap { row -> NamedValue? in
      guard let code = row["code"]?.string, code.hasPrefix(prefix + "-") else { return nil }
      let names = ["name", "fullName", "title"].filter(open.contains).compactMap { row[$0]?.string }
      return NamedValue(value: code, names: names)
    }
    known[object] = (rows, now)
    return rows
  }
}

extension CommandTable {
  /// The list of a module that is named like the thing (`groups.group` by `groups groups`) and can be had without filters.
  func list(of object: String) -> CommandEntry? {
    let parts = object.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let thing = FieldName.key(parts[1])
    let lists = commands(of: parts[0]).filter { command in
      command.kind == "list" && command.positionalFields.isEmpty
        && command.names.contains {
          FieldName.key(String($0.dropFirst(parts[0].count + 1))).hasPrefix(thing.prefix(max(3, thing.count - 1)))
        }
    }
    if let named = lists.min(by: { $0.verb.count < $1.verb.count }) { return named }
    // `people list` is about the one thing with a code that its module keeps.
    let coded = things.filter { $0.module == parts[0] && $0.prefix != nil }
    guard coded.count == 1, coded.first?.object == object, let list = self[parts[0] + ".list"] else { return nil }
    return list.kind == "list" && list.positionalFields.isEmpty ? list : nil
  }
}
