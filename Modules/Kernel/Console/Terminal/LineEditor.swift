import Glibc

/// Reads lines from a person at a terminal: editing, history, search, completion.
final class LineEditor {
  enum Ended: Equatable {
    case line(String)
    /// Ctrl-C: the line is thrown away.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal went away.
    case closed
  }

  private let input: Int32
  private let output: Int32
  private let keys: KeyReader
  let history: History
  private var killed = ""
  /// What may stand at the end of the given text.
  var complete: (String) -> Completion = { _ in .none }

  init(input: Int32, output: Int32, history: History) {
    self.input = input
    self.output = output
    self.history = history
    keys = KeyReader(input)
  }

  /// Reads a line with everything on.
  func read(_ prompt: Prompt) -> Ended { session(prompt, remembers: true) }

  /// Reads an answer to a question: no history, no completion.
  func ask(_ question: String) -> String? {
    if case .line(let answer) = session(Prompt(question), remembers: false) { answer } else { nil }
  }

  /// Waits for a key between two pages.
  func wantsMore(_ question: String) -> Bool {
    guard let raw = RawMode(input) else { return true }
    put(question)
    defer {
      put("\r\u{1B}[K")
      raw.restore()
    }
    while true {
      switch keys.next() {
      case .text(" "), .enter, .down, .right: return true
      case .text("q"), .text("Q"), .escape, .cancel, .endOfInput, .closed: return false
      default: break
      }
    }
  }

  /// Reads a password: nothing is shown.
  func askSecret(_ question: String) -> String? {
    guard let raw = RawMode(input) else { return nil }
    put(question)
    defer {
      put("\n")
      raw.restore()
    }
    var secret = LineBuffer()
    while true {
      switch keys.next() {
      case .text(let text), .paste(let text): secret.insert(text.replacing("\n", with: ""))
      case .backspace: secret.backspace()
      case .killToStart: secret.killToStart()
      case .enter: return secret.text
      case .cancel, .endOfInput, .closed: return nil
      default: break
      }
    }
  }

  private func put(_ text: String) { Descriptor.write(text, to: output) }

  private func session(_ prompt: Prompt, remembers: Bool) -> Ended {
    guard let raw = RawMode(input) else { return .closed }
    put("\u{1B}[?2004h")
    defer {
      put("\u{1B}[?2004l\r\n")
      raw.restore()
    }
    var drawing = LineDrawing()
    var line = LineBuffer(killed: killed)
    defer { killed = line.killed }
    var recall = Recall(history)
    while true {
      put(drawing.draw(prompt, line, columns: TerminalSize.columns(output)))
      let key = keys.next()
      switch key {
      case .enter:
        line.end()
        put(drawing.draw(prompt, line, columns: TerminalSize.columns(output)))
        return .line(line.text)
      case .cancel:
        put("^C")
        return .interrupted
      case .closed: return .closed
      case .endOfInput:
        if line.text.isEmpty { return .closed }
        line.delete()
      case .up where remembers: line = recall.older(line)
      case .down where remembers: line = recall.newer(line)
      case .tab where remembers:
        let shown = finish(&line)
        if !shown.isEmpty {
          put("\n" + shown + "\n")
          drawing.startAgain()
        }
      case .search where remembers:
        if let done = search(&line, &drawing) { return done }
      // An answer is one line; what is pasted into the prompt may be several commands.
      case .paste(let text) where !remembers: line.insert(text.replacing("\n", with: " "))
      case .resized: drawing.resize(prompt, line, columns: TerminalSize.columns(output))
      case .clearScreen:
        put("\u{1B}[H\u{1B}[2J")
        drawing.startAgain()
      default: line.apply(key)
      }
    }
  }

  /// Takes the completion in; gives back the list to show when several remain.
  private func finish(_ line: inout LineBuffer) -> String {
    let completion = complete(line.before)
    guard let inserted = completion.insertion else {
      return completion.listing(columns: TerminalSize.columns(output))
    }
    line.replaceTail(completion.typed.count, with: inserted)
    return ""
  }

  /// Ctrl-R: the newest earlier line with the typed words in it; nil goes back to editing.
  private func search(_ line: inout LineBuffer, _ drawing: inout LineDrawing) -> Ended? {
    var query = ""
    var skipped = 0
    while true {
      let found = history.search(query, skipping: skipped)
      let shown = LineBuffer(found ?? "")
      put(drawing.draw(Prompt("(search) \(query): "), shown, columns: TerminalSize.columns(output)))
      switch keys.next() {
      case .text(let text), .paste(let text): (query, skipped) = (query + text.replacing("\n", with: " "), 0)
      case .backspace: (query, skipped) = (String(query.dropLast()), 0)
      case .search: if history.search(query, skipping: skipped + 1) != nil { skipped += 1 }
      case .enter:
        guard let found else { return nil }
        return .line(found)
      case .cancel, .abort: return nil
      case .closed: return .closed
      case .resized, .nothing: break
      case let key:
        if let found { line = LineBuffer(found, killed: line.killed) }
        line.apply(key)
        return nil
      }
    }
  }
}

extension LineBuffer {
  /// The keys that only change or walk the line.
  mutating func apply(_ key: Key) {
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .backspace: backspace()
    case .delete: delete()
    case .left: left()
    case .right: right()
    case .wordLeft: wordLeft()
    case .wordRight: wordRight()
    case .home: home()
    case .end: end()
    case .killToEnd: killToEnd()
    case .killToStart: killToStart()
    case .killWord: killWord()
    case .killWordRight: killWordRight()
    case .yank: yank()
    default: break
    }
  }
}
