import Values

/// What `show`, `trace` and `tasks` say to people, in both languages, no line longer than the screen.
struct CaseLines {
  private let style: Style
  private let width: Int

  init(_ style: Style) {
    self.style = style
    width = min(80, style.width)
  }

  // MARK: show

  func shown(_ answer: Value) -> String {
    var lines = [heading(answer)]
    if let state = answer["state"], !state.isNull { both("state: " + en(state), "حالت: " + fa(state), 2, into: &lines) }
    lines += [""] + title("fields", "فیلدها")
    for field in answer["fields"]?.items ?? [] where !(field["value"]?.isNull ?? true) {
      line("\(text(field, "en")): \(text(field, "textEn"))", 2, into: &lines)
      line("\(text(field, "fa")): \(text(field, "textFa"))", 4, into: &lines)
    }
    let guarded = answer["guarded"]?.items ?? []
    if !guarded.isEmpty {
      both(
        "guarded: " + guarded.map(en).joined(separator: ", "), "پوشیده: " + guarded.map(fa).joined(separator: "، "), 2, into: &lines)
    }
    let events = answer["events"]?.items ?? []
    let count = answer["eventCount"]?.integer ?? 0
    lines += [""] + title("what happened (\(events.count) of \(count))", "آنچه گذشت (\(events.count) از \(count))")
    for event in events { add(event, into: &lines) }
    let next = answer["next"]?.items ?? []
    if !next.isEmpty { lines += [""] + title("what may come next", "گام‌های بعد") }
    for step in next { addStep(step, answer, into: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ event: Value, into lines: inout [String]) {
    let who = [event["actorName"]?.string, event["actor"]?.string].compactMap(\.self).first ?? ""
    let state = event["state"].flatMap { $0.isNull ? nil : $0 }
    let denied = event["outcome"]?.string == "ok" ? nil : event["refusal"]?.string ?? "denied"
    line(
      "\(text(event, "time"))  #\(text(event, "entry"))  \(en(event["action"]))"
        + (state.map { " → " + en($0) } ?? "") + (denied.map { " [\($0)]" } ?? ""), 2, into: &lines)
    line("\(fa(event["action"]))" + (state.map { ": " + fa($0) } ?? "") + (denied.map { _ in " (رد شد)" } ?? ""), 4, into: &lines)
    line("\(who) (\(text(event, "role")))", 4, into: &lines)
    if let reason = event["reason"]?.string { line("دلیل / why: \(reason)", 4, into: &lines) }
  }

  private func addStep(_ step: Value, _ answer: Value, into lines: inout [String]) {
    let ends = step["to"]?.items ?? []
    both(
      "\(en(step["move"])) → \(ends.map(en).joined(separator: " | "))",
      "\(fa(step["move"])): \(ends.map(fa).joined(separator: " یا "))", 2, into: &lines)
    guard let action = step["action"], !action.isNull else {
      return both("comes by itself or from another module", "خودبه‌خود یا از بخشی دیگر", 4, into: &lines)
    }
    let verb = text(action, "code").replacing(".", with: " ", maxReplacements: 1)
    guard step["isPermitted"] == true else {
      let roles = step["roles"]?.items ?? []
      return both(
        "may: " + roles.map(en).joined(separator: ", "), "مجازها: " + roles.map(fa).joined(separator: "، "), 4, into: &lines)
    }
    line("\(verb) \(name(answer))", 4, into: &lines)
    let needs = step["needs"]?.items ?? []
    if !needs.isEmpty {
      both(
        "needs: " + needs.map(need).joined(separator: ", "),
        "نیاز دارد: " + needs.map(fa).joined(separator: "، "), 4, into: &lines)
    }
    for point in step["against"]?.items ?? [] {
      line("✗ [\(text(point, "code"))] \(text(point, "en"))", 4, into: &lines)
      line(text(point, "fa"), 6, into: &lines)
      if let rule = point["rule"]?.string { line("rule / قاعده: \(rule)", 6, into: &lines) }
    }
    if step["isTried"] == true, step["against"]?.items.isEmpty != false {
      both("✓ nothing found against it", "✓ مانعی دیده نشد", 4, into: &lines)
    }
  }

  /// A field as it is typed, and what it is called where that says more.
  private func need(_ label: Value) -> String {
    let (code, words) = (text(label, "code"), en(label))
    return words.isEmpty || words == code ? code : "\(code) (\(words))"
  }

  // MARK: trace

  func traced(_ answer: Value) -> String {
    var lines: [String] = []
    for step in answer["steps"]?.items ?? [] {
      let mark = ["before": "↑", "itself": "●", "after": "↓"][text(step, "relation")] ?? "·"
      line(
        [mark, en(step["kind"]), name(step), state(step, en)].filter { !$0.isEmpty }.joined(separator: " "), 0, into: &lines)
      line([fa(step["kind"]), quoted(step), state(step, fa)].filter { !$0.isEmpty }.joined(separator: " "), 4, into: &lines)
      for day in step["milestones"]?.items ?? [] {
        line("\(text(day, "dayJalali"))  \(text(day, "en"))", 4, into: &lines)
        line(text(day, "fa"), 16, into: &lines)
      }
    }
    if answer["isWhole"] == false { both("There is more.", "همه نشان داده نشد.", 0, into: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: tasks

  func tasks(_ answer: Value) -> String {
    let items = answer["items"]?.items ?? []
    let total = answer["total"]?.integer ?? 0
    var lines: [String] = []
    for task in items {
      line([name(task), en(task["kind"]), state(task, en)].filter { !$0.isEmpty }.joined(separator: " "), 0, into: &lines)
      line([fa(task["kind"]), quoted(task), state(task, fa)].filter { !$0.isEmpty }.joined(separator: " "), 4, into: &lines)
      for action in task["actions"]?.items ?? [] {
        line("\(text(action, "code").replacing(".", with: " ", maxReplacements: 1)) \(task["about"]?.string ?? name(task))", 4, into: &lines)
        line(fa(action), 6, into: &lines)
      }
      let days = [("since", "از"), ("lastDay", "آخرین روز")].compactMap { member, fa in
        task[member + "Jalali"]?.string.map { (member == "since" ? "since \($0)" : "last day \($0)", "\(fa) \($0)") }
      }
      if !days.isEmpty {
        both(days.map(\.0).joined(separator: ", "), days.map(\.1).joined(separator: "، "), 4, into: &lines)
      }
    }
    let more = answer["isWhole"] == false ? "+" : ""
    both("\(items.count) of \(total)\(more)", "\(items.count) از \(total)\(more)", 0, into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Words

  private func heading(_ answer: Value) -> String {
    var lines: [String] = []
    line([name(answer), en(answer["kind"])].joined(separator: " "), 0, into: &lines)
    line([fa(answer["kind"]), quoted(answer)].filter { !$0.isEmpty }.joined(separator: " "), 4, into: &lines)
    return lines.joined(separator: "\n")
  }

  private func title(_ en: String, _ fa: String) -> [String] {
    var lines: [String] = []
    both(en, fa, 0, into: &lines)
    return lines
  }

  /// What people type to name it.
  private func name(_ value: Value) -> String { value["code"]?.string ?? value["object"]?.string ?? "" }
  private func quoted(_ value: Value) -> String { value["name"]?.string.map { "«\($0)»" } ?? "" }
  private func state(_ value: Value, _ words: (Value?) -> String) -> String {
    value["state"].flatMap { $0.isNull ? nil : "(\(words($0)))" } ?? ""
  }
  private func fa(_ label: Value?) -> String { label?["fa"]?.string ?? "" }
  private func en(_ label: Value?) -> String { label?["en"]?.string ?? "" }
  private func text(_ value: Value, _ name: String) -> String {
    value[name].map { $0.string ?? ($0.isNull ? "" : JSONWriter.text($0)) } ?? ""
  }

  /// The English and the Persian, beside each other where both fit.
  private func both(_ en: String, _ fa: String, _ indent: Int, into lines: inout [String]) {
    let whole = en + "  /  " + fa
    if indent + whole.count <= width {
      lines.append(pad(indent) + Visible.text(en) + "  /  " + style.directed(Visible.text(fa)))
    } else {
      line(en, indent, into: &lines)
      line(fa, indent + 2, into: &lines)
    }
  }

  /// Wrapped by words.
  private func line(_ text: String, _ indent: Int, into lines: inout [String]) {
    let room = max(20, width - indent)
    var row = ""
    func end() {
      if !row.isEmpty { lines.append(pad(indent) + style.directed(row)) }
      row = ""
    }
    for word in Visible.text(text).split(separator: " ", omittingEmptySubsequences: false) {
      var rest = word[...]
      if !row.isEmpty, row.count + 1 + rest.count > room { end() }
      // A word that is longer than a line is broken where the line ends.
      while rest.count > room {
        end()
        lines.append(pad(indent) + style.directed(String(rest.prefix(room))))
        rest = rest.dropFirst(room)
      }
      row += (row.isEmpty ? "" : " ") + rest
    }
    end()
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }
}
