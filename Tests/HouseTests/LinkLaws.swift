import Foundation
import Testing

/// A page leads somewhere: every relative link of every Markdown page names a file or folder of the tree, and its anchor a
/// heading of that page.
@Suite struct `Links` {
  @Test func `a relative link leads somewhere`() throws {
    let pages = SourceTree.all.filter { $0.path.hasSuffix(".md") }
    #expect(pages.count >= 20)
    var count = 0
    for page in pages {
      let path = page.path
      let folder = URL(filePath: SourceTree.root + "/" + path).deletingLastPathComponent()
      for (line, link) in Links.links(in: page.text) where !link.contains("://") && !link.hasPrefix("mailto:") {
        count += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? SourceTree.root + "/" + path : folder.appending(path: parts[0]).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: target) else {
          Issue.record("\(path):\(line): there is no \(link)")
          continue
        }
        guard parts.count == 2, let other = try? String(contentsOfFile: target, encoding: .utf8) else { continue }
        #expect(Links.anchors(in: other).contains(parts[1]), "\(path):\(line): \(parts[0]) has no heading #\(parts[1])")
      }
    }
    #expect(count >= 10, "\(count) links were found")
  }

  @Test func `the law sees a link and a heading, and not what stands in code`() {
    let text = "# One of two\n[a](b.md#c)\n```\n[no](no.md)\n# none\n```\n`[no](no.md)` and [d](e)\n"
    #expect(Links.links(in: text).map(\.link) == ["b.md#c", "e"])
    #expect(Links.anchors(in: text) == ["one-of-two"])
  }

  /// Lines outside of fenced blocks, with their number.
  private static func prose(_ text: String) -> [(number: Int, line: Substring)] {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode || line.hasPrefix("```") ? nil : (index + 1, line)
    }
  }

  private static func links(in text: String) -> [(line: Int, link: String)] {
    prose(text).flatMap { number, line in
      String(line).replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { (number, String($0.output.1)) }
    }
  }

  private static func anchors(in text: String) -> Set<String> {
    Set(
      prose(text).filter { $0.line.hasPrefix("#") }.map { _, line in
        let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
        return String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }).replacing(" ", with: "-")
      })
  }
}
