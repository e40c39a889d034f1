import Glibc

/// Runs lines that nobody types: of a file, of `-c`, of a pipe.
struct Script {
  let session: ConsoleSession
  /// What stands before the line number in a complaint.
  let name: String

  func run(_ text: String) -> LineResult {
    // Scalars, since "\r\n" is one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    return run(lines, total: lines.count)
  }

  /// - Parameter total: how many lines there are, where that is known beforehand: then progress is told.
  func run(_ lines: some Sequence<String>, total: Int? = nil) -> LineResult {
    var tally = Tally()
    // Beside answers on the same screen it would be in their way.
    let isTold = total != nil && !session.io.isTerminal
    var progress = Progress(total: total)
    defer { session.tell(progress.end()) }
    var begun = ""
    for (index, line) in lines.enumerated() {
      if isTold { session.tell(progress.step(index)) }
      // A line that ends with a blank and a backslash goes on in the next one.
      if line.trimmed.hasSuffix(" \\") {
        begun += line.trimmed.dropLast()
        continue
      }
      // Blank lines and remarks neither succeed nor fail.
      let text = begun + line.trimmed
      begun = ""
      if text.isEmpty || text.hasPrefix("#") { continue }
      let result = session.run(text)
      tally.add(result.status)
      if result.isOver { return LineResult(status: tally.status, isOver: true) }
      if session.io.isInterrupted {
        session.tell("ناتمام: ", "interrupted: ", "\(name):\(index + 1)")
        return LineResult(status: result.status == .ok ? .failed : result.status)
      }
      guard result.status != .ok else { continue }
      session.tell(progress.end())
      session.io.complain("\(name):\(index + 1)\n")
      if !session.options.keepGoing { return LineResult(status: result.status) }
    }
    return LineResult(status: tally.status)
  }
}

/// How several commands ended together.
struct Tally {
  private var hasSucceeded = false
  private var worst: ExitCode?

  mutating func add(_ status: ExitCode) {
    if status == .ok { hasSucceeded = true } else if worst == nil { worst = status }
  }

  /// The first failure; `partial` when something else went well.
  var status: ExitCode {
    guard let worst else { return .ok }
    return hasSucceeded ? .partial : worst
  }
}

/// Lines of standard input as they come, so that a program at the other end of a pipe gets its answers.
struct InputLines: Sequence, IteratorProtocol {
  mutating func next() -> String? { readLine(strippingNewline: true) }
}
