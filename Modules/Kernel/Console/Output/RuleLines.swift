import Values

/// The rule behind a refusal: what it says, on whose word, and with which values.
enum RuleLines {
  static func lines(_ rule: Value, _ style: Style) -> [String] {
    guard case .object(let members) = rule else { return ["rule " + Visible.json(JSONWriter.text(rule))] }
    func text(_ name: String) -> String { rule[name]?.string.map { Visible.text($0) } ?? "" }
    let version = rule["version"].map { " v" + Visible.json(JSONWriter.text($0)) } ?? ""
    var lines = ["rule / قاعده: " + text("id") + version]
    let source = text("source")
    for said in [
      text("statementEn"), style.directed(text("statementFa")),
      [source, text("citationEn")].filter { !$0.isEmpty }.joined(separator: ": "), style.directed(text("citationFa")),
    ] where !said.isEmpty { lines.append("  " + said) }
    let told = ["id", "version", "statementEn", "statementFa", "source", "citationEn", "citationFa"]
    let rest = members.filter { member in !told.contains(member.name) && member.value != .object([]) }
    if rest.isEmpty { return lines }
    let shown = VerticalWriter.write(Grid(.object(rest), isOpened: true), style)
    return lines + Indent.text(shown).split(separator: "\n").map(String.init)
  }
}
