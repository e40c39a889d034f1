public import Engine

/// The console's completion for those who type a command of it elsewhere, such as in a shell behind `-c`.
public struct ShellCompletion {
  private let commandTable: CommandTable

  /// Completes what this catalogue holds.
  public init(_ catalogue: Catalogue) { commandTable = CommandTable(catalogue) }

  /// The whole text as it could go on.
  public func continuations(of text: String) -> [String] {
    let completion = Completer(commandTable: commandTable, codes: SeenCodes()).complete(text)
    let kept = text.dropLast(completion.typed.count)
    return completion.candidates.map { kept + $0.text }
  }

  /// What `--mode` can be.
  public static let modes = OutputMode.allCases.map(\.rawValue)
}
