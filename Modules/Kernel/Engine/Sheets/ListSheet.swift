import Feature
import Jalali
public import Values

/// The rows of a list as CSV: its columns, and behind them code and name of each row that a number refers to.
public struct ListSheet: Sendable {
  /// How a day looks in its cell; a sheet that goes in again may hold either.
  public enum DayForm: Sendable {
    /// `1405/01/01`, for people and their spreadsheets.
    case jalali
    /// `2026-03-21`, for programs.
    case iso
  }

  private let columns: [String]
  private let days: DayForm
  private let showsSecrets: Bool
  /// Columns whose number or code stands for another row, and what is said of it behind all columns.
  private let references: [Reference]

  private struct Reference: Sendable {
    let column: String
    /// The member of a row that says what is referred to.
    let beside: String
    let parts: [Part]

    init(_ column: String, _ parts: [Part]) {
      (self.column, self.parts) = (column, parts)
      beside = ReferenceName.member(beside: column)
    }
  }

  private struct Part: Sendable {
    let member: String
    let suffix: String
    static let code = Part(member: "code", suffix: "Code")
    static let name = Part(member: "name", suffix: "Name")
  }

  /// A sheet of what the list answers.
  ///
  /// - Parameter showsSecrets: whether the reader holds the right to see personal data in clear; else it gets a mask.
  public init(_ list: Command, days: DayForm = .jalali, showsSecrets: Bool = false) {
    self.days = days
    self.showsSecrets = showsSecrets
    columns = list.answer.map(\.name)
    references = list.answer.compactMap { field in
      switch field.kind {
      case .reference where field.name != "id": Reference(field.name, [.code, .name])
      case .code(ThingName.anyKind): Reference(field.name, [.code, .name])
      case .code: Reference(field.name, [.name])
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
    var text = JSONBuffer()
    put(row, into: &text)
    return text.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The same behind the rows that were written before.
  public func put(_ row: Value, into text: inout JSONBuffer) {
    var isFirst = true
    for column in columns { putCell(row[column], &isFirst, into: &text) }
    for reference in references {
      let called = row[reference.beside]
      for part in reference.parts { putCell(called?[part.member], &isFirst, into: &text) }
    }
    CSVWriter.putLineEnd(into: &text)
  }

  private func putCell(_ value: Value?, _ isFirst: inout Bool, into text: inout JSONBuffer) {
    if !isFirst { text.put(UInt8(ascii: ",")) }
    isFirst = false
    if let value { put(cell: value, into: &text) }
  }

  private func put(cell value: Value, into text: inout JSONBuffer) {
    switch value {
    case .null: break
    case .text(let string): CSVWriter.put(literal: string, into: &text)
    case .int(let number) where number >= 0: text.put(number)
    case .int(let number): CSVWriter.put(literal: String(number), into: &text)
    case .bool(let flag): text.raw(flag ? "true" : "false")
    case .day(let day): CSVWriter.put(days == .iso ? day.iso : day.text, into: &text)
    case .bytes(let octets): CSVWriter.put(Hex.encode(octets), into: &text)
    case .personal(let inner): put(cell: inner, into: &text)
    case .secret(let inner): put(cell: showsSecrets ? inner : .text(Mask.text(inner)), into: &text)
    case .list, .object: CSVWriter.put(JSONWriter.text(value, showsSecrets: showsSecrets), into: &text)
    }
  }
}
