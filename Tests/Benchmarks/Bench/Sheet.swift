import Foundation
import Glibc
import Values

/// The figures of one run beside their goals.
final class Sheet {
  struct Line {
    let work: String
    let goal: String
    let figure: String
    /// What it was compared with in the same run, and the ratio; empty where nothing was.
    let beside: String
    let isMet: Bool?
  }

  private(set) var lines: [Line] = []
  private var notes: [String] = []
  private var numbers: [(String, Double)] = []

  func add(_ work: String, goal: String, figure: String, beside: String = "", isMet: Bool? = nil) {
    lines.append(Line(work: work, goal: goal, figure: figure, beside: beside, isMet: isMet))
    Stderr.line("\(work): \(figure)  \(beside)")
  }

  func note(_ text: String) {
    notes.append(text)
    Stderr.line(text)
  }

  /// A bare number for machines.
  func keep(_ name: String, _ number: Double) { numbers.append((name, number)) }

  var text: String {
    let rows =
      [["work", "goal", "figure", "beside it", "met"]]
      + lines.map { [$0.work, $0.goal, $0.figure, $0.beside, $0.isMet.map { $0 ? "yes" : "no" } ?? "-"] }
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let table = rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
    }
    return (table + notes).joined(separator: "\n")
  }

  func write(to file: String) throws {
    let lines = lines.map { line in
      Value.record([
        "work": .text(line.work), "goal": .text(line.goal), "figure": .text(line.figure), "beside": .text(line.beside),
        "met": line.isMet.map(Value.bool) ?? .null,
      ])
    }
    // Values know no fractions: numbers go out in thousandths.
    let numbers = numbers.map { Value.Member($0.0, .int(Int64(($0.1 * 1_000).rounded()))) }
    let document = Value.record(["lines": .list(lines), "thousandths": .object(numbers), "notes": .list(notes.map(Value.text))])
    try JSONWriter.text(document).write(toFile: file, atomically: true, encoding: .utf8)
  }
}

/// A number with as many digits as it deserves.
func short(_ number: Double) -> String {
  if number >= 100 { return String(Int(number.rounded())) }
  return String(format: number >= 10 ? "%.1f" : "%.2f", number)
}
