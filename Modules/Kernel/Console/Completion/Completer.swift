import Engine

/// Finds what may follow the text before the cursor.
struct Completer {
  let commandTable: CommandTable
  let codes: SeenCodes
  var variables: [String] = []
  /// Rows that exist, for a field that names one.
  var rows: (FieldEntry) -> [NamedValue] = { _ in [] }

  static let builtins = [
    "begin", "commit", "dryrun", "export", "help", "import", "jobs", "login", "logout", "quit", "rollback", "show", "tasks", "trace",
  ]
  static let switches = ["--all", "--dry-run", "--json", "--reason", "--yes"]

  func complete(_ before: String) -> Completion {
    let trimmed = String(before.drop(while: \.isWhitespace))
    if trimmed.hasPrefix("\\") { return metaCommand(trimmed) }
    guard var words = try? Tokenizer.words(of: trimmed, isLenient: true) else { return .none }
    var last = Word("", start: trimmed.endIndex)
    if let word = words.last, trimmed.last?.isWhitespace == false { (last, words) = (word, words.dropLast()) }
    let raw = String(trimmed[last.start...])
    if let bar = (words + [last]).firstIndex(where: Piping.isBar) {
      let isGlued = bar == words.count
      let modes = matching(isGlued ? String(last.text.dropFirst()) : raw, OutputMode.allCases.map(\.rawValue))
      return bar + 1 >= words.count ? modes : .none
    }
    if !last.isQuoted, last.text.hasPrefix(":"), !variables.isEmpty {
      let found = matching(last.text, variables.map { ":" + $0 })
      return Completion(
        typed: raw, candidates: found.candidates.map { Completion.Candidate((last.name.map { $0 + "=" } ?? "") + $0.text, label: $0.label) }
      )
    }
    if let first = words.first?.whole, ["help", "dryrun", "import", "export"].contains(first) { words.removeFirst() }
    return words.count < 2 ? name(words, raw) : argument(words, last, raw)
  }

  private func matching(_ typed: String, _ known: [String]) -> Completion {
    Completion(typed: typed, candidates: known.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0) })
  }

  private func name(_ words: [Word], _ raw: String) -> Completion {
    guard let module = words.first?.whole else { return matching(raw, commandTable.moduleNames + Completer.builtins) }
    if let verb = CaseVerb(rawValue: module), commandTable[verb.command] != nil, !commandTable.moduleNames.contains(module) {
      guard verb == .tasks else { return matching(raw, codes.codes(prefix: nil)) }
      let steps = commandTable.commands.filter(\.isAction).map { "step=" + $0.id }
      return matching(raw, raw.hasPrefix("step=") ? steps : commandTable.moduleNames + ["step="])
    }
    return matching(raw, commandTable.commands(of: module).map(\.verb))
  }

  private func metaCommand(_ text: String) -> Completion {
    let call = MetaCall(text.dropFirst())
    guard text.contains(where: \.isWhitespace) else { return matching(text, MetaCommand.names.map { "\\" + $0 }) }
    let typed = text.last?.isWhitespace == true ? "" : String(text.split(whereSeparator: \.isWhitespace).last ?? "")
    switch call.name {
    case "d", "d+": return matching(typed, commandTable.moduleNames + commandTable.things.map(\.name))
    case "mode": return matching(typed, OutputMode.allCases.map(\.rawValue))
    case "bidi": return matching(typed, BidiSetting.allCases.map(\.rawValue))
    case "digits": return matching(typed, DigitSetting.allCases.map(\.rawValue))
    case "x": return matching(typed, ["auto", "off", "on"])
    case "pager", "timing": return matching(typed, ["off", "on"])
    case "watch": return call.afterFirstWord.map(complete) ?? .none
    default: return .none
    }
  }

  private func argument(_ words: [Word], _ last: Word, _ raw: String) -> Completion {
    guard let (command, rest) = try? commandTable.resolve(words) else { return .none }
    if let option = rest.last?.option, rest.last?.name == nil, let field = command.field(named: option) {
      return values(of: field, typed: last.text, before: "")
    }
    if let name = last.name {
      let plain = name.hasPrefix("--") ? String(name.dropFirst(2)) : name
      guard let field = command.field(named: plain) else { return .none }
      return values(of: field, typed: last.text, before: name + "=").replacing(raw)
    }
    if raw.hasPrefix("-") {
      return matching(raw, (Completer.switches + command.fields.map { "--" + $0.name }).sorted())
    }
    let filled = (try? InputBuilder(command).assign(rest)) ?? []
    let open = command.fields.filter { field in !filled.contains { $0.field.name == field.name } }
    var found = matching(raw, open.map { $0.name + "=" })
    if let next = command.positionalFields.first(where: { field in open.contains { $0.name == field.name } }) {
      found.candidates += values(of: next, typed: last.text, before: "").candidates
    }
    return found
  }

  /// The values a field may have: by their code, or by their name in either script.
  private func values(of field: FieldEntry, typed: String, before: String) -> Completion {
    var known = FieldValues.known(for: field, codes: codes)
    if field.kind == "reference" {
      let stored = rows(field)
      let names = Set(stored.map(\.value))
      known = stored + known.filter { !names.contains($0.value) }
    }
    known = known.filter { $0.matches(typed) }
    return Completion(
      typed: typed, candidates: known.map { Completion.Candidate(before + $0.value, label: $0.label) },
      isChoice: typed.isEmpty && known.contains { !$0.names.isEmpty })
  }
}

extension Completion {
  /// The same candidates in the place of another end of the line.
  fileprivate func replacing(_ typed: String) -> Completion { Completion(typed: typed, candidates: candidates, isChoice: isChoice) }
}
