import Values

/// `COMMAND | csv`: the answer of one command in another form.
enum Piping {
  /// - Throws: `Refusal` of kind `malformed`, code `console.pipe`, for anything but one known mode behind the bar.
  static func split(_ line: String) throws -> (command: String, mode: OutputMode?) {
    guard line.contains("|"), let words = try? Tokenizer.words(of: line, isLenient: true),
      let bar = words.firstIndex(where: { isBar($0) })
    else { return (line, nil) }
    let behind = ([words[bar].text.dropFirst()] + words[(bar + 1)...].map { $0.whole[...] }).filter { !$0.isEmpty }
    guard behind.count == 1, let name = behind.first, let mode = OutputMode(rawValue: String(name)) else {
      let known = OutputMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.console(
        "pipe", "پس از | یکی از این‌ها می‌آید: \(known)",
        "After | stands one of: \(known). Programs are run outside: hamyar console -c … | less"
      )
    }
    return (String(line[..<words[bar].start]).trimmed, mode)
  }

  static func isBar(_ word: Word) -> Bool { word.name == nil && !word.isQuoted && word.text.hasPrefix("|") }
}
