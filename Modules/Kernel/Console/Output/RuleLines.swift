import Values

/// The rule behind a refusal: what it says, on whose word, and with which values.
enum RuleLines {
  static func lines(_ rule: Value, _ style: Style) -> [String] {
    guard case .object(let members) = rule else { return ["rule " + Visible.json(JSONWriter.text(rule))] }
    func text(_ name: String) -> String { rule[name]?.string.map { Visible.text($0) } ?? "" }
    let version = rule["version"].map { " v" + Visible.json(JSONWriter.text($0)) } ?? ""
    var lines = [style.said("قاعده: ", "rule: ") + text("id") + version]
    let source = text("source")
    for said in [
      text(style.said("statementFa", "statementEn")),
      [source, text(style.said("citationFa", "citationEn"))].filter { !$0.isEmpty }.joined(separator: ": "),
    ] { lines += Wrapping.lines(said, to: style.width - 4, indent: 0).map { "  " + style.directed($0) } }
    let told = ["id", "version", "statementEn", "statementFa", "source", "citationEn", "citationFa"]
    let rest = members.filter { member in !told.contains(member.name) && member.value != .object([]) }
    if rest.isEmpty { return lines }
    let shown = VerticalWriter.write(Grid(.object(rest), isOpened: true), style)
    return lines + Indent.text(shown).split(separator: "\n").map(String.init)
  }
}
