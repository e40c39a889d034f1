import Engine
import Values

extension ConsoleSession {
  /// `\d`: modules; `\d MODULE`: its commands; `\d MODULE VERB`: its fields; `\d THING`: what is kept of it.
  func describe(_ words: [String], isLong: Bool) throws {
    let commandTable = try commandTable()
    guard let name = words.first else {
      guard !isLong else { return try showThings() }
      return describe(commandTable.moduleNames.map { row(ofModule: $0, commandTable) }) { page in
        page.add(commandTable.moduleNames.map { told(ofModule: $0, commandTable) })
      }
    }
    // A thing's whole name may be that of the command that shows one.
    if words.count == 1, let thing = commandTable.things.first(where: { $0.object == name }) {
      return try describe(thing, isLong: isLong)
    }
    if words.count > 1 || commandTable[name] != nil {
      let command = try commandTable.resolve(words.map { Word($0) }).command
      return describe(command.fields.map { row(of: $0, in: command) }) { $0.add(command.fields, of: command) }
    }
    let commands = commandTable.commands(of: name)
    guard !commands.isEmpty else {
      guard let thing = commandTable.thing(named: name) else { throw try unknownModule(name) }
      return try describe(thing, isLong: isLong)
    }
    describe(commands.map { row(of: $0) }) { $0.add(commands) }
    guard isLong else { return }
    for command in commands {
      write("\n\(Visible.text(command.id))\n")
      describe(command.fields.map { row(of: $0, in: command) }) { $0.add(command.fields, of: command) }
    }
  }

  /// People get a page in their language, programs rows.
  func describe(_ rows: @autoclosure () -> [Value], as page: (inout DescriptionPage) -> Void) {
    guard mode.isForPeople else { return show(.list(rows())) }
    var lines = DescriptionPage(pageStyle)
    page(&lines)
    write(page: lines.text)
  }

  private func told(ofModule name: String, _ commandTable: CommandTable) -> (name: String, told: [String]) {
    let entry = commandTable.modules.first { $0.id == name }
    let commands = commandTable.commands(of: name)
    let (actions, queries) = (commands.filter(\.isAction).count, commands.filter { !$0.isAction }.count)
    let things = commandTable.things.filter { $0.module == name }.map(\.name)
    return (
      name,
      [
        entry.map { language == .fa ? $0.fa : $0.en } ?? "",
        language == .fa ? "کار: \(actions)، پرس‌وجو: \(queries)" : "actions: \(actions), queries: \(queries)",
        things.joined(separator: ", "),
      ]
    )
  }

  private func unknownModule(_ name: String) throws -> any Error {
    do {
      _ = try commandTable().resolve([Word(name)])
    } catch {
      return error
    }
    return Refusal.console("module", "«\(name)» شناخته نیست.", "\"\(name)\" is not known.")
  }

  private func row(ofModule name: String, _ commandTable: CommandTable) -> Value {
    let entry = commandTable.modules.first { $0.id == name }
    let commands = commandTable.commands(of: name)
    return .record([
      "module": .text(name), "actions": .int(Int64(commands.filter(\.isAction).count)),
      "queries": .int(Int64(commands.filter { !$0.isAction }.count)),
      "things": .list(commandTable.things.filter { $0.module == name }.map { .text($0.name) }), "en": .text(entry?.en ?? ""),
      "fa": .text(entry?.fa ?? ""),
    ])
  }

  func row(of command: CommandEntry) -> Value {
    .record([
      "command": .text("\(command.module) \(command.verb)"), "kind": .text(command.kind),
      "weight": .int(Int64(command.weight)), "permission": .text(command.permission), "en": .text(command.en),
      "fa": .text(command.fa),
    ])
  }

  func row(of field: FieldEntry, in command: CommandEntry) -> Value {
    let isInPath = command.pathFields.contains { $0.name == field.name }
    return .record([
      "field": .text(field.name), "kind": .text(HelpTexts.kind(of: field)),
      "needed": .text(isInPath ? "path" : field.isOptional ? "" : "yes"),
      "personal": .text(field.isPersonal ? "yes" : ""), "en": .text(field.en), "fa": .text(field.fa),
    ])
  }

  /// `\dp`: the permissions this person's commands stand under.
  func showPermissions() throws {
    let commands = try commandTable().commands.sorted { ($0.permission, $0.id) < ($1.permission, $1.id) }
    let rows = commands.map { command -> Value in
      .record([
        "permission": .text(command.permission), "command": .text("\(command.module) \(command.verb)"),
        "en": .text(command.en), "fa": .text(command.fa),
      ])
    }
    describe(rows) { page in
      for permission in Set(commands.map(\.permission)).sorted() {
        page.addTitle(permission, permission)
        page.add(commands.filter { $0.permission == permission }, withPermission: false)
      }
    }
  }

  /// `\dr`: the values in force at a glance, a line each; `configuration explain RULE` tells all about one.
  func showRules(_ rest: String) throws {
    guard let id = try commandTable().rulesInForce else {
      throw Refusal.console("missing", "این سامانه مقادیر قاعده‌ها را نمی‌گوید.", "This system does not tell the values of its rules.")
    }
    guard case .call(let call) = try Statement(parsing: id + " " + rest) else { return }
    let answer = try ask(call)
    guard mode.isForPeople, !call.isJSON, let items = answer["items"]?.items else {
      show(answer, isJSON: call.isJSON)
      return
    }
    describe(items) { page in
      for rule in items.map({ $0.told("rule") }).reduce(into: [String](), { if $0.last != $1 { $0.append($1) } }) {
        page.addName(rule)
        page.add(items.filter { $0.told("rule") == rule }.map { ($0.told("parameter"), told(ofValue: $0)) })
      }
    }
  }

  /// A value in force with its unit, and where it comes from.
  private func told(ofValue item: Value) -> [String] {
    let (value, unit) = (item.told("value"), item.told(language == .fa ? "unitFa" : "unitEn"))
    let shown = value.count > 32 ? value.prefix(31) + "…" : value.isEmpty ? null : value
    let origins = ["standard": "معمول", "nation": "کشور", "province": "استان", "unset": "تعیین‌نشده"]
    let origin = item.told("origin")
    return [
      unit.isEmpty || value.isEmpty ? shown : shown + " " + unit, language == .fa ? origins[origin] ?? origin : origin,
      item["fromJalali"]?.string.map { (language == .fa ? "از " : "from ") + $0 } ?? "",
    ]
  }

  /// `help`, `help MODULE`, `help MODULE VERB`.
  func help(_ topic: [String]) throws {
    guard let first = topic.first else {
      write(HelpTexts.console(pageStyle))
      try describe([], isLong: false)
      return
    }
    if first.hasPrefix("\\") || Completer.builtins.contains(first) && topic.count == 1 {
      let found = HelpTexts.console(pageStyle, about: first)
      write(found.isEmpty ? HelpTexts.console(pageStyle) : found)
      return
    }
    if topic.count == 1, try commandTable()[first] == nil {
      try describe(topic, isLong: false)
      return
    }
    let command = try commandTable().resolve(topic.map { Word($0) }).command
    let commandTable = try commandTable()
    write(HelpPage(command: command, style: pageStyle) { self.rows.code(prefix: $0, commandTable, self.client) }.text)
  }
}
