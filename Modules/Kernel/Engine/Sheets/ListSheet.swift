import Feature
import Jalali
public import Values

/// The rows of a list as CSV: its columns, and behind them code and name of each row that a number refers to.
public struct ListSheet: Sendable {
  private let columns: [String]
  private let references: [String]

  /// A sheet of what the list answers.
  public init(_ list: Command) {
    columns = list.answer.map(\.name)
    references = list.answer.filter { if case .reference = $0.kind { $0.name != "id" } else { false } }.map(\.name)
  }

  /// The titles, with their line end.
  public var header: String { CSVWriter.line(columns + references.flatMap { [$0 + "Code", $0 + "Name"] }) }

  /// One row with its line end; a value that the row does not hold leaves its cell empty.
  public func line(_ row: Value) -> String {
    let names = references.map { row[ReferenceName.member(beside: $0)] }
    let values = columns.map { row[$0] } + names.flatMap { [$0?["code"], $0?["name"]] }
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
