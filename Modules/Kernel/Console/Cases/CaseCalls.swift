import Engine
import Values

/// `show CODE`, `trace CODE`, `tasks [MODULE] [step=ACTION]`: words of the console's own for what the engine answers about every thing.
enum CaseVerb: String, CaseIterable {
  case show, trace, tasks

  /// The command behind it.
  var command: String { "cases." + rawValue }
}

extension ConsoleSession {
  /// The verb a call begins with; nil where a module of that name is meant, or the other side does not know it.
  func caseVerb(of call: Call) throws -> CaseVerb? {
    guard let word = call.words.first, word.name == nil, let verb = CaseVerb(rawValue: word.text) else { return nil }
    let commandTable = try commandTable()
    return commandTable[verb.command] != nil && !commandTable.moduleNames.contains(verb.rawValue) ? verb : nil
  }

  /// Asks and tells: sentences for people, the answer as it is for everybody else.
  func run(_ verb: CaseVerb, _ call: Call) throws {
    var named = call
    named.words =
      [Word(verb.command)]
      + call.words.dropFirst().map { word in
        verb == .tasks && word.name == nil && word.option == nil ? Word(word.text, name: "module", isQuoted: word.isQuoted) : word
      }
    let isForPeople = mode.isForPeople && !call.isJSON
    // Many of one step become one line where nobody said which or how many; the fewest of a step may be the last.
    let isFolded = isForPeople && !call.isAll && !named.words.contains { ["limit", "step"].contains($0.name ?? $0.option) }
    if verb == .tasks, call.isAll || isFolded { named.words.append(Word("500", name: "limit")) }
    let answer = try ask(named)
    learn(from: answer)
    lastAnswer = answer
    guard isForPeople else {
      // A table for programs is of the rows.
      let rows = verb == .show || call.isJSON || mode.isJSON ? nil : answer[verb == .trace ? "steps" : "items"]
      show(rows ?? answer, isJSON: call.isJSON)
      return
    }
    let style = style(forScreen: output == nil && io.isTerminal)
    let text =
      switch verb {
      case .show: CaseLines(style).shown(answer)
      case .trace: CaseLines(style).traced(answer)
      case .tasks: TaskLines(style, isFolded: isFolded).text(answer)
      }
    write(page: text)
  }
}
