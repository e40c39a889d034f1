import Engine
import Values

/// The commands that begin with a backslash.
enum MetaCommand {
  static let names = [
    "?", "bidi", "d", "d+", "digits", "dj", "dp", "dr", "errverbose", "gset", "i", "lang", "mode", "null", "o", "pager", "q", "set",
    "timing", "watch", "x",
  ]
}

private enum Switch: String, CaseIterable { case on, off }

extension ConsoleSession {
  func run(_ meta: MetaCall) throws -> LineResult {
    let words = meta.words
    switch meta.name {
    case "q": return LineResult(status: .ok, isOver: true)
    case "?": write(HelpTexts.console(pageStyle))
    case "d": try describe(words, isLong: false)
    case "d+": try describe(words, isLong: true)
    case "dj": try run(JobsCall(.list), isJSON: false)
    case "dp": try showPermissions()
    case "dr": try showRules(meta.rest)
    case "mode": mode = try setting(words.first, mode)
    case "bidi":
      bidi = try setting(words.first, bidi)
      if !words.isEmpty { try prefer { [bidi] in $0.bidi = bidi } }
    case "pager":
      isPaging = try isOn(words.first, isPaging)
      try prefer { [isPaging] in $0.isPaging = isPaging }
    case "lang":
      let language = try setting(words.first, language)
      guard !words.isEmpty else { break }
      chosenLanguage = language
      try prefer { $0.language = language }
    case "null": null = Visible.text(try Tokenizer.words(of: meta.rest).map(\.whole).joined(separator: " "))
    case "gset": try keepAnswer(prefix: words.first ?? "")
    case "digits": digits = try setting(words.first, digits)
    case "x": expansion = try expansion(words.first)
    case "timing": isTiming = try isOn(words.first, isTiming)
    case "errverbose": io.complain(lastProblem?.json ?? "∅\n")
    case "set": try set(meta)
    case "o": try redirect(words)
    case "i": return try include(meta.rest)
    case "watch": return try watch(meta)
    default:
      throw Refusal.console(
        "meta", "\\\(meta.name) شناخته نیست؛ \\? راهنماست.", "\\\(meta.name) is not known; \\? lists them.")
    }
    return .ok
  }

  /// Sets what was named, or tells what it is.
  private func setting<Setting: RawRepresentable & CaseIterable>(
    _ name: String?, _ current: Setting
  ) throws -> Setting where Setting.RawValue == String {
    guard let name else {
      io.complain(current.rawValue + "\n")
      return current
    }
    guard let chosen = TypedText.choice(name, of: Setting.self) else { throw badSetting(Setting.allCases.map(\.rawValue)) }
    return chosen
  }

  private func badSetting(_ known: [String]) -> Refusal {
    let list = known.joined(separator: ", ")
    return .console("setting", "یکی از این‌ها: \(list)", "One of: \(list)")
  }

  private func expansion(_ name: String?) throws -> Expansion {
    guard let name else { return expansion == .on ? .off : .on }
    guard let chosen = TypedText.choice(name, of: Expansion.self) else { throw badSetting(Expansion.allCases.map(\.rawValue)) }
    return chosen
  }

  private func isOn(_ name: String?, _ current: Bool) throws -> Bool {
    guard let name else { return !current }
    guard let isOn = TypedText.choice(name, of: Switch.self).map({ $0 == .on }) ?? TypedText.truth(name) else {
      throw badSetting(Switch.allCases.map(\.rawValue))
    }
    return isOn
  }

  private func set(_ meta: MetaCall) throws {
    guard let name = meta.words.first else {
      if variables.values.isEmpty { io.complain("\(null)\n") }
      let known = variables.values.sorted { $0.key < $1.key }
      return describe(known.map { .record(["name": .text($0.key), "value": .text($0.value)]) }) { page in
        page.add(known.map { ($0.key, [$0.value]) })
      }
    }
    let value = try meta.afterFirstWord.map { try Tokenizer.words(of: $0).map(\.whole).joined(separator: " ") }
    try variables.set(name, to: value)
  }

  /// `\gset`: the last answer's fields become variables, where it was one thing.
  private func keepAnswer(prefix: String) throws {
    let items = lastAnswer.isPage ? lastAnswer["items"]?.items ?? [] : [lastAnswer]
    guard items.count == 1, case .object(let members)? = items.first else {
      throw Refusal.console("gset", "پاسخ پیش باید یک ردیف باشد.", "The last answer must be one row.")
    }
    for member in members {
      guard let text = member.value.string ?? member.value.integer.map(String.init) else { continue }
      try variables.set(prefix + member.name, to: text)
    }
  }

  /// `\o FILE`, `\o MODE FILE`, `\o` back to the screen.
  private func redirect(_ words: [String]) throws {
    output = nil
    guard let path = words.last else { return }
    let file = try OutputFile(path: path)
    if words.count > 1 { mode = try setting(words.first, mode) }
    output = file
  }

  private func include(_ path: String) throws -> LineResult {
    guard depth < 8 else {
      throw Refusal.console(
        "depth", "پرونده‌ها بیش از ۸ لایه درون هم‌اند.", "Files include one another more than 8 deep.")
    }
    depth += 1
    defer { depth -= 1 }
    return Script(session: self, name: path).run(try Descriptor.contents(of: path))
  }

  private func isOnlyLooking(_ line: String) throws -> Bool {
    guard case .call(let call) = try Statement(parsing: Piping.split(line).command) else { return true }
    if try caseVerb(of: call) != nil { return true }
    guard let jobs = try jobsCall(call) else { return try !commandTable().resolve(call.words).command.isAction }
    if case .cancel = jobs.wish { return false }
    return true
  }

  /// Repeats a query until Ctrl-C; an action is never repeated by a clock.
  private func watch(_ meta: MetaCall) throws -> LineResult {
    guard let word = meta.words.first, let seconds = TypedText.wholeNumber(word), (1...86_400).contains(seconds),
      let line = meta.afterFirstWord
    else {
      throw Refusal.console("watch", "\\watch ثانیه فرمان", "\\watch SECONDS COMMAND")
    }
    guard try isOnlyLooking(line) else {
      throw Refusal.console("watch-action", "تنها پرس‌وجو را می‌توان تکرار کرد.", "Only a query can be repeated.")
    }
    let paging = isPaging
    isPaging = false
    defer { isPaging = paging }
    while true {
      let result = run(line)
      guard result == .ok, io.pause(seconds: Int(seconds)) else { return result }
    }
  }
}
