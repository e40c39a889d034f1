import Engine
import Persian
import Values

extension EntityEntry {
  /// The thing without its module: `institute`.
  var name: String { String(object.drop { $0 != "." }.dropFirst()) }
}

extension CommandTable {
  /// By its name, its whole name, or what people call it in either language.
  func thing(named name: String) -> EntityEntry? {
    let key = PersianText.searchKey(name)
    return things.first { [$0.object, $0.name].contains(name.lowercased()) }
      ?? things.first { [$0.fa, $0.en].map(PersianText.searchKey).contains(key) }
  }
}

extension ConsoleSession {
  /// Pages that are counted at most; behind them a count is only "more than".
  private static let mostPages = 20

  /// `\d+`: everything that is kept, with the number of rows that this person sees.
  func showThings() throws {
    let commandTable = try commandTable()
    var shown: [(thing: EntityEntry, rows: String)] = []
    for thing in commandTable.things {
      guard !io.isInterrupted else { break }
      shown.append((thing, try count(thing, commandTable)))
    }
    let rows = shown.map { thing, rows -> Value in
      .record([
        "thing": .text(thing.object), "code": thing.prefix.map { .text("\($0)-…") } ?? .null, "rows": .text(rows),
        "en": .text(thing.en), "fa": .text(thing.fa),
      ])
    }
    describe(rows) { page in
      page.add(
        shown.map { thing, rows in
          (thing.object, [language == .fa ? thing.fa : thing.en, thing.prefix.map { "\($0)-…" } ?? "", rows])
        })
    }
  }

  /// `\d THING`: its fields, the rules of its module, the ways between its states; with `+` also its rows and commands.
  func describe(_ thing: EntityEntry, isLong: Bool) throws {
    let commandTable = try commandTable()
    let rules = commandTable.rules.filter { $0.id.hasPrefix(thing.module + ".") }
    let commands = commandTable.commands.filter { command in
      isLong && command.module == thing.module && command.fields.contains { $0.object == thing.object }
    }
    let rows = isLong ? try count(thing, commandTable) : nil
    guard !mode.isForPeople else {
      return describe([]) { page in
        page.addTitle("\(thing.object) — \(thing.fa)", "\(thing.object) — \(thing.en)")
        page.addTitle("فیلدها", "fields")
        page.addFields(of: thing)
        if !rules.isEmpty {
          page.addTitle("قاعده‌ها", "rules")
          page.add(rules)
        }
        if !thing.ways.isEmpty {
          page.addTitle("حالت‌ها", "states")
          page.addStates(of: thing) { commandTable[$0] }
        }
        if !commands.isEmpty {
          page.addTitle("فرمان‌ها", "commands")
          page.add(commands)
        }
        if let rows, !rows.isEmpty { page.addTitle("ردیف‌ها: \(rows)", "rows: \(rows)") }
      }
    }
    var parts: [(name: String, rows: [Value])] = [
      ("fields", thing.fields.map { row($0) }),
      (
        "rules",
        rules.map { .record(["rule": .text($0.id), "source": .text($0.source), "en": .text($0.en), "fa": .text($0.fa)]) }
      ), ("states", thing.ways.isEmpty ? [] : states(of: thing)),
      ("commands", commands.map { row(of: $0) }),
      ("rows", rows.map { [.record(["rows": .text($0)])] } ?? []),
    ]
    parts.removeAll { $0.rows.isEmpty }
    if mode.isJSON { return show(.object(parts.map { Value.Member($0.name, .list($0.rows)) })) }
    // What programs read otherwise is one table.
    show(.list(parts.first?.rows ?? []))
  }

  private func row(_ field: FieldEntry) -> Value {
    .record([
      "field": .text(field.name), "kind": .text(HelpTexts.kind(of: field)), "empty": .text(field.isOptional ? "yes" : ""),
      "personal": .text(field.isPersonal ? "yes" : ""),
    ])
  }

  /// Each state with those that may follow it.
  private func states(of thing: EntityEntry) -> [Value] {
    return thing.stateNames.map { name in
      let next = thing.ways.filter { $0.from == name }.map(\.to)
      let texts = thing.texts(ofState: name)
      return .record([
        "state": .text(name), "then": .text(next.isEmpty ? "■" : "→ " + next.joined(separator: ", ")),
        "en": .text(texts?.en ?? ""), "fa": .text(texts?.fa ?? ""),
      ])
    }
  }

  /// As many rows as its list shows; nothing where it has none.
  private func count(_ thing: EntityEntry, _ commandTable: CommandTable) throws -> String {
    guard let list = commandTable.list(of: thing.object) else { return "" }
    var rows = 0
    var cursor: Value = .null
    for _ in 0..<ConsoleSession.mostPages {
      let page = try client.run(list, input: .record(["limit": 500, "cursor": cursor]), options: CallOptions()).value
      rows += page["items"]?.items.count ?? 0
      cursor = page["next"] ?? .null
      if cursor == .null { return String(rows) }
    }
    return "> \(rows)"
  }
}

/// Rows of the store, asked for while somebody completes a code: by the list that belongs to the thing.
struct ThingRows {
  /// Rows that are fetched at most; a list gives no more at once.
  static let most: Int64 = 500

  private var known: [String: (rows: [NamedValue], since: ContinuousClock.Instant)] = [:]

  mutating func forget() { known = [:] }

  /// Codes with the names people know them by. What the list does not permit or cannot tell is nothing here.
  mutating func rows(of field: FieldEntry, _ commandTable: CommandTable, _ client: any CatalogueClient) -> [NamedValue] {
    guard let object = field.object, let prefix = field.prefix else { return [] }
    return rows(of: object, prefix: prefix, commandTable, client)
  }

  /// A code that this person sees; nil where they see none.
  mutating func code(prefix: String, _ commandTable: CommandTable, _ client: any CatalogueClient) -> String? {
    guard let thing = commandTable.things.first(where: { $0.prefix == prefix }) else { return nil }
    return rows(of: thing.object, prefix: prefix, commandTable, client).last?.value
  }

  private mutating func rows(
    of object: String, prefix: String, _ commandTable: CommandTable, _ client: any CatalogueClient
  ) -> [NamedValue] {
    guard let list = commandTable.list(of: object) else { return [] }
    let now = ContinuousClock().now
    if let found = known[object], now - found.since < .seconds(60) { return found.rows }
    let answer = try? client.run(list, input: .record(["limit": .int(ThingRows.most)]), options: CallOptions()).value
    let open = list.answer.filter { !$0.isPersonal }.map(\.name)
    let rows = (answer?["items"]?.items ?? []).compactMap { row -> NamedValue? in
      guard let code = row["code"]?.string, code.hasPrefix(prefix + "-") || !SeenCodes.isCode(code) else { return nil }
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
