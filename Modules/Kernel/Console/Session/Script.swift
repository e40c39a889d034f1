import Glibc
public import Values

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

/// What the process says at its end; the same for every subcommand.
public enum ExitCode: Int32, Sendable {
  /// Everything that was asked for was done.
  case ok = 0
  /// A command was refused: a rule, a state, something that is not there.
  case failed = 1
  /// Usage, configuration, bad input, or not confirmed.
  case usage = 2
  /// Some commands succeeded and some did not, under `--keep-going`.
  case partial = 3
  /// Not logged in, or not permitted.
  case denied = 4
  /// The system cannot be reached, or is too busy.
  case unreachable = 5
  /// The audit chain or a checksum does not hold.
  case integrity = 6

  /// What a refusal means for the process.
  public init(_ refusal: Refusal) {
    if refusal.code.hasPrefix("integrity") {
      self = .integrity
      return
    }
    switch refusal.kind {
    case .malformed, .tooLarge: self = .usage
    case .unauthenticated, .forbidden: self = .denied
    case .notFound, .conflict, .preconditionFailed, .preconditionRequired, .rule: self = .failed
    case .tooMany, .unavailable: self = .unreachable
    }
  }
}

/// How one line ended.
public struct LineResult: Sendable, Equatable {
  /// What the process would say if this were its last line.
  public var status: ExitCode
  /// The person wants to leave.
  public var isOver = false

  /// It did what it should, and the session goes on.
  public static let ok = LineResult(status: .ok)
}
