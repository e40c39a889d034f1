import Persian
import Values

/// What `tasks` says to people: what has a last day, then decisions, then the rest; many of one step are one line.
struct TaskLines {
  /// Tasks of one step that are told one by one, at most.
  static let mostOfStep = 5

  private let style: Style
  /// Whether many tasks of one step become one line.
  private let isFolded: Bool

  init(_ style: Style, isFolded: Bool) {
    self.style = style
    self.isFolded = isFolded
  }

  /// Tasks of one urgency that wait for the same step of the same kind of thing.
  private struct StepKey: Hashable {
    let urgency: String
    let kind: String
    let action: String

    init(_ task: Value, action: Value?) {
      urgency = task.told("urgency")
      kind = task["kind"]?.told("code") ?? ""
      self.action = action?.told("code") ?? ""
    }
  }

  func text(_ answer: Value) -> String {
    let items = answer["items"]?.items ?? []
    let counts = answer["counts"]?.items ?? []
    let large = Dictionary(
      (isFolded ? counts : []).filter { ($0["count"]?.integer ?? 0) > Int64(TaskLines.mostOfStep) }.map {
        (StepKey($0, action: $0["action"]), $0)
      },
      uniquingKeysWith: { first, _ in first })
    var page = PageLines(style)
    for alert in answer["alerts"]?.items ?? [] { page.say(alert.told("fa"), alert.told("en")) }
    var section = ""
    var folded: [Value] = []
    var told: [StepKey: Int] = [:]
    for task in items {
      let key = StepKey(task, action: task["actions"]?.items.first)
      let before = told[key, default: 0]
      told[key] = before + 1
      // A last day is told of the nearest ones, also where there are many.
      let most = large[key] == nil ? Int.max : key.urgency == "dated" ? TaskLines.mostOfStep : 0
      guard before <= most else { continue }
      if key.urgency != section {
        addFolded(&folded, to: &page)
        section = key.urgency
        addTitle(of: section, to: &page)
      }
      if before < most { add(task, to: &page) } else if let group = large[key] { folded.append(group) }
    }
    addFolded(&folded, to: &page)
    addUnattended(answer["unattended"]?.items ?? [], to: &page)
    if !page.lines.isEmpty { page.addBlank() }
    let (count, total) = (items.count, answer["total"]?.integer ?? 0)
    let more = answer["isWhole"] == false ? "+" : ""
    if isFolded, !counts.isEmpty {
      page.say(PersianText.persianDigits("همه: \(total)\(more)"), "all: \(total)\(more)")
    } else {
      page.say(PersianText.persianDigits("\(count) از \(total)\(more)"), "\(count) of \(total)\(more)")
    }
    return page.text
  }

  private func addTitle(of urgency: String, to page: inout PageLines) {
    if !page.lines.isEmpty { page.addBlank() }
    switch urgency {
    case "dated": page.say("مهلت‌دارها", "with a last day")
    case "decision": page.say("در انتظار تصمیم شما", "waiting for your decision")
    case "waiting": page.say("کارهای دیگر", "other work")
    default: break
    }
  }

  private func add(_ task: Value, to page: inout PageLines) {
    let state = task["state"].map { word($0) } ?? ""
    page.add(
      [word(task["kind"]), task.quotedName, state.isEmpty ? "" : "(\(state))"].filter { !$0.isEmpty }.joined(separator: " "),
      after: ["  \(task.typedName) ", "    "])
    let days = [
      task["lastDayJalali"]?.string.map { style.said("آخرین روز ", "last day ") + $0 },
      task["sinceJalali"]?.string.map { style.said("از ", "since ") + $0 },
    ].compactMap(\.self)
    if !days.isEmpty { page.add(days.joined(separator: style.comma), 4) }
    for action in task["actions"]?.items ?? [] {
      page.add("— " + word(action), after: ["    \(action.typedVerb) \(task["about"]?.string ?? task.typedName) ", "      "])
    }
    for point in task["against"]?.items ?? [] { page.add(word(point), after: ["    ✗ ", "      "]) }
  }

  /// What is many stands at the end of its part, so that it drowns nothing.
  private func addFolded(_ folded: inout [Value], to page: inout PageLines) {
    for group in folded {
      let told = group.told("urgency") == "dated" ? Int64(TaskLines.mostOfStep) : 0
      let count = (group["count"]?.integer ?? 0) - told
      let step = "\(word(group["action"])) (\(word(group["kind"]))): \(count)"
      var parts = [told == 0 ? step : style.said("و بیشتر: ", "and more: ") + step]
      if told == 0 {
        parts.append(style.said("کهنه‌ترین: ", "the oldest: ") + group.told("first"))
        if let since = group["sinceJalali"]?.string { parts.append(style.said("از ", "since ") + since) }
      }
      page.add(parts.joined(separator: style.comma), 2)
      let all = "tasks step=\(group["action"]?.told("code") ?? "")"
      page.add(style.said("— همه را نشان می‌دهد", "— shows all"), after: ["    \(all) ", "      "])
    }
    folded = []
  }

  /// What a superior sees because nobody is there for it, with what is done about it once.
  private func addUnattended(_ tasks: [Value], to page: inout PageLines) {
    guard let first = tasks.first else { return }
    if !page.lines.isEmpty { page.addBlank() }
    page.say("بی‌صاحب مانده (\(tasks.count))", "nobody is there for (\(tasks.count))")
    page.add(word(first), 2)
    for task in tasks.prefix(TaskLines.mostOfStep) {
      let roles = (task["roles"]?.items ?? []).map { word($0) }.joined(separator: style.comma)
      page.add(
        [word(task["kind"]), task.quotedName, "— \(word(task["action"]))", "(\(roles))"].filter { !$0.isEmpty }.joined(separator: " "),
        after: ["  \(task.typedName) ", "    "])
    }
  }

  private func word(_ label: Value?) -> String { label?.word(in: style.language) ?? "" }
}
