import Engine
import Values

/// A refusal as people read it, and as a problem object (RFC 9457).
struct Problem {
  let refusal: Refusal
  /// The HTTP status of its kind.
  var status: Int { Problem.statuses[refusal.kind] ?? 500 }

  private static let statuses: [Refusal.Kind: Int] = [
    .malformed: 400, .unauthenticated: 401, .forbidden: 403, .notFound: 404, .conflict: 409, .preconditionFailed: 412,
    .preconditionRequired: 428, .rule: 422, .tooMany: 429, .tooLarge: 413, .unavailable: 503,
  ]

  init(_ refusal: Refusal) { self.refusal = refusal.advised }

  /// Anything that is no refusal is a fault of the connection or of the program.
  init(_ error: any Error) {
    let refusal =
      error as? Refusal
      ?? Refusal(
        .unavailable, "console.unreachable",
        Texts("سامانه در دسترس نیست یا خطایی داخلی رخ داد.", "The system cannot be reached, or failed inside: \(error)")
      )
    self.refusal = refusal.advised
  }

  var object: Value {
    var members: [Value.Member] = [
      .init("type", .text("about:blank")), .init("title", .text(refusal.texts.en)),
      .init("status", .int(Int64(status))), .init("detail", .text(refusal.texts.fa)),
      .init("code", .text(refusal.code)),
      .init(
        "errors",
        .list(
          refusal.faults.map { fault in
            .record([
              "pointer": .text(fault.pointer), "code": .text(fault.code), "messageFa": .text(fault.texts.fa),
              "messageEn": .text(fault.texts.en),
            ])
          })),
    ]
    if let rule = refusal.rule { members.append(.init("rule", rule)) }
    members.append(.init("next", .list(refusal.next.map(\.value))))
    if let seconds = refusal.retryAfter { members.append(.init("retryAfter", .int(Int64(seconds)))) }
    if let entry = refusal.entry { members.append(.init("entry", .int(entry))) }
    return .object(members)
  }

  var json: String { Visible.json(JSONWriter.text(object)) + "\n" }

  /// In the language of its reader: what was refused, a line for each field, and the rule that said no.
  func text(_ style: Style) -> String {
    func wrapped(_ text: String, _ indent: Int) -> [String] {
      let room = String(repeating: " ", count: indent)
      return Wrapping.lines(Visible.text(text), to: style.width - indent, breaksWords: true).map { room + style.directed($0) }
    }
    let language = style.language
    var lines = wrapped(style.said("خطا", "error") + " [\(refusal.code)] " + refusal.texts[language], 0)
    for fault in refusal.faults {
      let place = [fault.pointer, "[\(fault.code)]"].filter { !$0.isEmpty }.joined(separator: " ")
      // A rule that says no with one objection has said it already.
      lines += wrapped(fault.texts == refusal.texts ? place : place + " " + fault.texts[language], 2)
    }
    if let rule = refusal.rule { lines += RuleLines.lines(rule, style).map { "  " + $0 } }
    lines += NextStepLines.lines(refusal.next, style)
    if let seconds = refusal.retryAfter { lines += wrapped(style.said("دوباره پس از \(seconds) ثانیه", "retry after \(seconds) s"), 2) }
    if let entry = refusal.entry { lines += wrapped(style.said("ثبت شد", "recorded") + ": #\(entry)", 2) }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What a refusal advises, as lines of a terminal: the sentence, then what is typed.
enum NextStepLines {
  static func lines(_ steps: [NextStep], _ style: Style) -> [String] {
    var page = PageLines(style)
    for step in steps {
      page.add(step.texts[style.language], after: ["→ ", "  "])
      if let line = step.line { page.addTyped(line, 4) }
    }
    return page.lines
  }
}

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
