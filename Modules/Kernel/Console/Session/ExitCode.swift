public import Values

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
