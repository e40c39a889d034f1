import Persian
import Engine
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
    var shown: [Value] = []
    for thing in commandTable.things {
      guard !io.isInterrupted else { break }
      shown.append(
        .record([
          "thing": .text(thing.object), "code": thing.prefix.map { .text("\($0)-…") } ?? .null,
          "rows": .text(try count(thing, commandTable)), "en": .text(thing.en), "fa": .text(thing.fa),
        ]))
    }
    show(rows: shown)
  }

  /// `\d THING`: its fields, the rules of its module, the ways between its states; with `+` also its rows and commands.
  func describe(_ thing: EntityEntry, isLong: Bool) throws {
    let commandTable = try commandTable()
    var parts = [("fields / فیلدها", thing.fields.map { row($0) })]
    let rules = commandTable.rules.filter { $0.id.hasPrefix(thing.module + ".") }
    parts.append(
      (
        "rules / قاعده‌ها",
        rules.map { .record(["rule": .text($0.id), "source": .text($0.source), "en": .text($0.en), "fa": .text($0.fa)]) }
      ))
    if !thing.ways.isEmpty { parts.append(("states / حالت‌ها", states(of: thing))) }
    if isLong {
      let commands = commandTable.commands.filter { command in
        command.module == thing.module && command.fields.contains { $0.object == thing.object }
      }
      parts.append(("commands / فرمان‌ها", commands.map { row(of: $0) }))
      parts.append(("rows / ردیف‌ها", [.record(["rows": .text(try count(thing, commandTable))])]))
    }
    parts.removeAll { $0.1.isEmpty }
    if mode.isJSON {
      let names = parts.map { String($0.0.prefix { $0 != " " }) }
      return show(.object(zip(names, parts).map { Value.Member($0, .list($1.1)) }))
    }
    // What programs read is one table.
    guard [.table, .vertical, .markdown].contains(mode) else { return show(rows: parts.first?.1 ?? []) }
    for (title, rows) in parts {
      write("\(title)\n")
      show(rows: rows)
      write("\n")
    }
  }

  private func row(_ field: FieldEntry) -> Value {
    .record([
      "field": .text(field.name), "kind": .text(HelpTexts.kind(of: field)), "empty": .text(field.isOptional ? "yes" : ""),
      "personal": .text(field.isPersonal ? "yes" : ""),
    ])
  }

  /// Each state with those that may follow it.
  private func states(of thing: EntityEntry) -> [Value] {
    let known = thing.fields.first { $0.name == "state" }?.choices ?? []
    var names = known.map(\.value)
    for way in thing.ways { for name in [way.from, way.to] where !names.contains(name) { names.append(name) } }
    return names.map { name in
      let next = thing.ways.filter { $0.from == name }.map(\.to)
      let texts = known.first { $0.value == name }?.texts
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
