import Feature
import Jalali
public import Values

/// The rows of a list as CSV: its columns, and behind them code and name of each row that a number refers to.
public struct ListSheet: Sendable {
  private let columns: [String]
  /// Columns whose number or code stands for another row, and what is said of it behind all columns.
  private let references: [(column: String, parts: [Part])]

  private struct Part: Sendable {
    let member: String
    let suffix: String
    static let code = Part(member: "code", suffix: "Code")
    static let name = Part(member: "name", suffix: "Name")
  }

  /// A sheet of what the list answers.
  public init(_ list: Command) {
    columns = list.answer.map(\.name)
    references = list.answer.compactMap { field in
      switch field.kind {
      case .reference where field.name != "id": (field.name, [.code, .name])
      case .code(ThingName.anyKind): (field.name, [.code, .name])
      case .code: (field.name, [.name])
      default: nil
      }
    }
  }

  /// The titles, with their line end.
  public var header: String {
    CSVWriter.line(columns + references.flatMap { reference in reference.parts.map { reference.column + $0.suffix } })
  }

  /// One row with its line end; a value that the row does not hold leaves its cell empty.
  public func line(_ row: Value) -> String {
    let names = references.flatMap { reference in
      let called = row[ReferenceName.member(beside: reference.column)]
      return reference.parts.map { called?[$0.member] }
    }
    let values = columns.map { row[$0] } + names
    return CSVWriter.line(values.map { CSVWriter.literal(ListSheet.text($0 ?? .null)) })
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .day(let day): day.text
    default: JSONWriter.text(value)
    }
  }
}
