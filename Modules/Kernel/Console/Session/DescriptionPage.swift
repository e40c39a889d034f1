import Engine
import Values

/// What `\d` tells people of modules, commands and things: names at the left, the words of the reader beside them.
struct DescriptionPage {
  private let style: Style
  private var page: PageLines

  init(_ style: Style) {
    self.style = style
    page = PageLines(style)
  }

  var text: String { page.text }

  mutating func addTitle(_ fa: String, _ en: String) {
    if !page.lines.isEmpty { page.addBlank() }
    page.say(fa, en)
  }

  /// A name that stands over what is told of it.
  mutating func addName(_ name: String) { page.add(name) }

  /// - Parameter rows: a name, then what is told of it.
  mutating func add(_ rows: [(name: String, told: [String])]) { page.addColumns(rows) }

  mutating func add(_ commands: [CommandEntry], withPermission: Bool = true) {
    page.addColumns(
      commands.map { command in
        (
          "\(command.module) \(command.verb)",
          [style.said(command.fa, command.en), kind(of: command), withPermission ? command.permission : ""]
        )
      })
  }

  /// Fields of a command: what is typed, what it means, whether it has to be there.
  mutating func add(_ fields: [FieldEntry], of command: CommandEntry) {
    if fields.isEmpty { page.say("فیلدی ندارد.", "It has no fields.", 2) }
    page.addColumns(
      fields.map { field in
        (
          field.name,
          [
            style.said(field.fa, field.en), HelpTexts.kindInWords(of: field, style), HelpTexts.need(of: field, in: command, style),
            personal(field),
          ]
        )
      })
  }

  /// Fields of a thing; the codes of its states are told with the states.
  mutating func addFields(of thing: EntityEntry) {
    let states = thing.ways.isEmpty ? [] : thing.stateNames
    page.addColumns(
      thing.fields.map { field in
        let isState = !states.isEmpty && field.choices?.map(\.value) == states
        let label = field.label?[style.language] ?? style.said(field.fa, field.en)
        return (
          field.name,
          [
            label, isState ? style.said("یکی از حالت‌ها", "one of the states") : HelpTexts.kindInWords(of: field, style),
            field.isOptional ? style.said("می‌تواند خالی باشد", "may be empty") : style.said("لازم", "needed"), personal(field),
          ]
        )
      })
  }

  mutating func add(_ rules: [RuleEntry]) {
    page.addColumns(rules.map { ($0.id, [style.said($0.fa, $0.en), $0.source]) })
  }

  /// Each state with the ways that lead on from it; `■` where none does.
  mutating func addStates(of thing: EntityEntry, knows: (String) -> CommandEntry?) {
    func said(_ state: String) -> String {
      let said = thing.texts(ofState: state)?[style.language] ?? ""
      return said == state ? "" : said
    }
    for state in thing.stateNames {
      let ways = thing.ways.filter { $0.from == state }
      page.add([said(state), ways.isEmpty ? "■" : ""].filter { !$0.isEmpty }.joined(separator: " "), after: ["  \(state)  ", "    "])
      for (index, way) in ways.enumerated() {
        let isLast = index == ways.count - 1
        let (mark, bar) = isLast ? ("  └→ ", "       ") : ("  ├→ ", "  │    ")
        let action = way.action.map { id in
          knows(id).map { "\($0.module) \($0.verb)" } ?? id.replacing(".", with: " ", maxReplacements: 1)
        }
        let told = [said(way.to), action ?? way.moveTexts?[style.language] ?? way.move ?? ""].filter { !$0.isEmpty }
        page.add(told.joined(separator: " · "), after: ["\(mark)\(way.to)  ", bar])
      }
    }
  }

  private func kind(of command: CommandEntry) -> String {
    switch command.kind {
    case "action": style.said("کار", "action")
    case "list": style.said("فهرست", "list")
    default: style.said("پرس‌وجو", "query")
    }
  }

  private func personal(_ field: FieldEntry) -> String { field.isPersonal ? style.said("شخصی", "personal") : "" }
}

extension EntityEntry {
  /// Its states: those its field names, then whatever else a way names.
  var stateNames: [String] {
    var names = (fields.first { $0.name == "state" }?.choices ?? []).map(\.value)
    for way in ways { for name in [way.from, way.to] where !names.contains(name) { names.append(name) } }
    return names
  }

  /// What people call a state.
  func texts(ofState state: String) -> Texts? {
    fields.first { $0.name == "state" }?.choices?.first { $0.value == state }?.texts
      ?? ways.lazy.compactMap { $0.from == state ? $0.fromTexts : $0.to == state ? $0.toTexts : nil }.first
  }
}
