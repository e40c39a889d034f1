import Foundation
import TestKit

/// Modules/FIRST-MODULE.md, taken apart: its files and its table of omissions.
struct Page {
  /// Content by path, of every fenced block headed by a line that is a path in backticks.
  private(set) var files: [(path: String, text: String)] = []
  /// First lines of fenced Swift blocks that no path heads.
  private(set) var homeless: [String] = []
  /// The rows of the table of omissions: what is left out, the law, its sentence.
  private(set) var omissions: [[String]] = []

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    let text = try String(contentsOf: Page.root.appending(path: "Modules/FIRST-MODULE.md"), encoding: .utf8)
    var head = ""
    var block: (path: String?, isSwift: Bool, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        guard line == "```" else {
          block?.lines.append(line)
          continue
        }
        let content = open.lines.map { $0 + "\n" }.joined()
        if let path = open.path { files.append((path, content)) } else if open.isSwift { homeless.append(String(open.lines.first ?? "")) }
        block = nil
      } else if line.hasPrefix("```") {
        block = (head.wholeMatch(of: /`(Toolshed[\w\/.]*)`/).map { String($0.output.1) }, line == "```swift", [])
      } else {
        if !line.isEmpty { head = String(line) }
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        if cells.count == 3, cells[1].hasPrefix("`"), line.hasPrefix("| ") { omissions.append(cells) }
      }
    }
  }

  /// The types of the module's sources, and of more Swift that could stand beside them.
  static func written(and more: [String] = []) throws -> WrittenTypes {
    WrittenTypes(in: try sources().filter { $0.key.hasPrefix("Toolshed/") && $0.key.hasSuffix(".swift") }.map(\.value) + more)
  }

  /// The files of the lesson's two folders, by path.
  static func sources() throws -> [String: String] {
    let folder = root.appending(path: "Tests/FirstModule")
    var found: [String: String] = [:]
    for top in ["Toolshed", "ToolshedTests"] {
      let names = FileManager.default.enumerator(atPath: folder.appending(path: top).path)?.compactMap { $0 as? String } ?? []
      for name in names.map({ top + "/" + $0 }) where [".swift", ".md", ".csv"].contains(where: name.hasSuffix) {
        found[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
    }
    return found
  }
}
