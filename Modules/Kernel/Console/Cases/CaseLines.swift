import Persian
import Values

/// What `show` and `trace` say to people: in the language of one reader, no line longer than the screen.
struct CaseLines {
  private let style: Style

  init(_ style: Style) { self.style = style }

  // MARK: show

  func shown(_ answer: Value) -> String {
    var page = PageLines(style)
    page.add([answer.typedName, word(answer["kind"]), answer.quotedName].filter { !$0.isEmpty }.joined(separator: " "))
    if let state = answer["state"], !state.isNull { page.add(style.said("حالت: ", "state: ") + word(state), 2) }
    page.addBlank()
    page.say("فیلدها", "fields")
    page.addColumns(
      fields(answer["fields"]?.items ?? []).map { ($0.word, [$0.line.told(style.said("textFa", "textEn"))]) })
    let guarded = answer["guarded"]?.items ?? []
    if !guarded.isEmpty { page.add(style.said("پوشیده: ", "guarded: ") + guarded.map(word).joined(separator: style.comma), 2) }
    let events = answer["events"]?.items ?? []
    let count = answer["eventCount"]?.integer ?? 0
    page.addBlank()
    page.say(PersianText.persianDigits("آنچه گذشت (\(events.count) از \(count))"), "what happened (\(events.count) of \(count))")
    for event in events { add(event, to: &page) }
    let next = answer["next"]?.items ?? []
    if !next.isEmpty {
      page.addBlank()
      page.say("گام‌های بعد", "what may come next")
    }
    for step in next { addStep(step, answer, to: &page) }
    return page.text
  }

  /// What is there, and of what is said in both languages the reader's.
  private func fields(_ lines: [Value]) -> [(word: String, line: Value)] {
    let names = Set(lines.compactMap { $0["name"]?.string })
    return lines.compactMap { line in
      guard !(line["value"]?.isNull ?? true), line["textFa"]?.isNull == false else { return nil }
      guard let twin = Twin(line.told("name"), among: names.contains) else { return (word(line), line) }
      return twin.language == style.language ? (twin.label(word(line), style.language), line) : nil
    }
  }

  private func add(_ event: Value, to page: inout PageLines) {
    let who = [event["actorName"]?.string, event["actor"]?.string].compactMap(\.self).first ?? ""
    let state = event["state"].flatMap { $0.isNull ? nil : word($0) }
    let denied = event["outcome"]?.string == "ok" ? nil : event["refusal"]?.string ?? "denied"
    // Time and number are the same in both languages and stay at the left.
    let head = "  \(event.told("time"))  #\(event.told("entry"))  "
    page.add(
      word(event["action"]) + (state.map { style.said(" ← ", " → ") + $0 } ?? "")
        + (denied.map { style.said(" رد شد", " denied") + " [\($0)]" } ?? ""), after: [head, "    "])
    // A server of an earlier version tells the code alone.
    let role = word(event["roleLabel"])
    // Of what acts in nobody's name the label is the name.
    let isUnattended = !role.isEmpty && event["roleLabel"]?["code"] == event["actor"]
    page.add(isUnattended ? role : "\(who) (\(role.isEmpty ? event.told("role") : role))", 4)
    if let reason = event["reason"]?.string { page.add(style.said("دلیل: ", "why: ") + reason, 4) }
  }

  private func addStep(_ step: Value, _ answer: Value, to page: inout PageLines) {
    let ends = (step["to"]?.items ?? []).map(word).joined(separator: " | ")
    page.add(word(step["move"]) + style.said(" ← ", " → ") + ends, 2)
    guard let action = step["action"], !action.isNull else {
      return page.say("خودبه‌خود یا از بخشی دیگر", "comes by itself or from another module", 4)
    }
    guard step["isPermitted"] == true else {
      let roles = step["roles"]?.items ?? []
      return page.add(style.said("مجازها: ", "may: ") + roles.map(word).joined(separator: style.comma), 4)
    }
    page.addTyped("\(action.typedVerb) \(step["about"]?.string ?? answer.typedName)", 4)
    let needs = step["needs"]?.items ?? []
    if !needs.isEmpty { page.add(style.said("نیاز دارد: ", "needs: ") + needs.map(need).joined(separator: style.comma), 4) }
    for point in step["against"]?.items ?? [] {
      page.add("[\(point.told("code"))] \(word(point))", after: ["    ✗ ", "      "])
      if let rule = point["rule"]?.string { page.add(style.said("قاعده: ", "rule: ") + rule, 6) }
    }
    if step["isTried"] == true, step["against"]?.items.isEmpty != false {
      page.add(style.said("مانعی دیده نشد", "nothing found against it"), after: ["    ✓ ", "      "])
    }
  }

  /// A field as it is typed, and what it is called where that says more.
  private func need(_ label: Value) -> String {
    let (code, word) = (label.told("code"), word(label))
    return word.isEmpty || word == code ? code : "\(code) (\(word))"
  }

  // MARK: trace

  func traced(_ answer: Value) -> String {
    var page = PageLines(style)
    for step in answer["steps"]?.items ?? [] {
      let mark = ["before": "↑", "itself": "●", "after": "↓"][step.told("relation")] ?? "·"
      let head = step.typedName.isEmpty ? "\(mark) " : "\(mark) \(step.typedName) "
      page.add(
        [word(step["kind"]), step.quotedName, state(step)].filter { !$0.isEmpty }.joined(separator: " "), after: [head, "    "])
      for day in step["milestones"]?.items ?? [] {
        page.add(word(day), after: ["    \(day.told("dayJalali"))  ", "                "])
      }
    }
    if answer["isWhole"] == false { page.say("همه نشان داده نشد.", "There is more.") }
    return page.text
  }

  private func state(_ value: Value) -> String { value["state"].flatMap { $0.isNull ? nil : "(\(word($0)))" } ?? "" }
  private func word(_ label: Value?) -> String { label?.word(in: style.language) ?? "" }
}

extension Value {
  /// What people call it, of an object with `fa` and `en`.
  func word(in language: Language) -> String { self[language.rawValue]?.string ?? "" }

  /// A member as text; nothing for one that is absent.
  func told(_ name: String) -> String { self[name].map { $0.string ?? ($0.isNull ? "" : JSONWriter.text($0)) } ?? "" }

  /// What people type to name a thing.
  var typedName: String { self["code"]?.string ?? self["object"]?.string ?? "" }
  var quotedName: String { self["name"]?.string.map { "«\($0)»" } ?? "" }
  /// An action's id as it is typed.
  var typedVerb: String { told("code").replacing(".", with: " ", maxReplacements: 1) }
}
