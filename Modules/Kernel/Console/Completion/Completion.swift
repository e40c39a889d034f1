public import Engine
import Persian

/// What may stand at the end of a line.
struct Completion: Equatable {
  struct Candidate: Equatable {
    /// What is written into the line.
    var text: String
    /// What people read in the list: the same, or with names beside it.
    var label: String

    init(_ text: String, label: String? = nil) {
      self.text = text
      self.label = label ?? text
    }
  }

  /// The end of the line that a candidate replaces.
  var typed: String
  var candidates: [Candidate]
  /// Nothing was typed yet of a value that people may know by a name: the beginning of its code would be in their way.
  var isChoice = false

  static let none = Completion(typed: "", candidates: [])

  /// What can be written without a choice; nil when there is nothing or a choice is needed.
  var insertion: String? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 { return first.text.hasSuffix("=") ? first.text : first.text + " " }
    if isChoice { return nil }
    var common = first.text[...]
    for candidate in candidates { common = common.prefix(zip(common, candidate.text).prefix { $0 == $1 }.count) }
    return common.count > typed.count && common.hasPrefix(typed) ? String(common) : nil
  }

  /// The candidates in columns; more than sixty are only counted.
  func listing(columns: Int) -> String {
    guard !candidates.isEmpty else { return "" }
    let shown = candidates.prefix(60).map(\.label)
    let widest = (shown.map(PersianText.displayWidth).max() ?? 0) + 2
    let perRow = max(1, columns / widest)
    var rows: [String] = []
    for start in stride(from: 0, to: shown.count, by: perRow) {
      let row = shown[start..<min(start + perRow, shown.count)]
      rows.append(
        row.map { $0 + String(repeating: " ", count: widest - PersianText.displayWidth($0)) }.joined().trimmed)
    }
    if candidates.count > shown.count { rows.append("… +\(candidates.count - shown.count)") }
    return rows.joined(separator: "\n")
  }
}

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
