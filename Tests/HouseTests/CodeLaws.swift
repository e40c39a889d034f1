import Foundation
import Testing

/// What no file of the house contains.
@Suite struct `Code` {
  private let code = SourceTree.swift

  @Test func `nothing is forced`() throws {
    #expect(code.count > 200)
    let forbidden = ["try" + "!", "as" + "!", "fatalError" + "("]
    var breaches: [String] = []
    for source in code {
      for (index, line) in source.swift.code.enumerated() {
        breaches += forbidden.filter { line.contains($0) }.map { "\(source.path):\(index + 1): \($0)" }
      }
    }
    refuse(breaches)
  }

  @Test func `the formatter refuses force unwraps and force tries`() throws {
    let data = try Data(contentsOf: URL(filePath: SourceTree.root + "/.swift-format"))
    let rules = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])["rules"] as? [String: Bool]
    #expect(rules?["NeverForceUnwrap"] == true)
    #expect(rules?["NeverUseForceTry"] == true)
  }

  @Test func `what the compiler cannot check has its reason directly above`() {
    let marks = ["@unchecked Sendable", "nonisolated(unsafe)"]
    for source in code {
      let lines = source.file.lines
      for (index, line) in source.swift.code.enumerated() where marks.contains(where: line.contains) {
        let isReasoned = index > 0 && lines[index - 1].trimmed.hasPrefix("// Safe because ")
        #expect(isReasoned, "\(source.path):\(index + 1): no line `// Safe because …` above")
      }
    }
  }

  @Test func `no file is long`() {
    for source in code {
      let count = source.file.lines.count - 1
      #expect(count <= 400, "\(source.path): \(count) lines")
    }
  }

  @Test func `nothing is left for later`() {
    let marks: Set<Substring> = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    for source in code {
      for comment in source.swift.comments where !marks.isDisjoint(with: comment.text.words) {
        Issue.record("\(source.path):\(comment.line): \(comment.text)")
      }
    }
  }
}
