import Foundation
import Testing
import Values

@testable import Console

@Suite struct ImportCallTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("sheet.csv")
    try "a,b\n1,2\n3,4\n".write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func `a sheet is imported by the verb as it is typed, and told in the reader's language`() {
    defer { folder.remove() }
    let bench = Bench()
    #expect(bench.run("import gardens plant \(path)") == .ok)
    #expect(bench.client.sheets.map(\.action) == ["gardens.plant"] && bench.client.sheets[0].text == "a,b\n1,2\n3,4\n")
    #expect(bench.io.out.contains("2"))
    #expect(bench.run("import gardens.plant \(path) --dry-run") == .ok && bench.client.sheets[1].isTrial)
  }

  @Test func `what failed decides the exit code`() {
    defer { folder.remove() }
    let bench = Bench()
    bench.client.sheetSummary = .record(["rows": 2, "tried": 2, "changed": 1, "same": 0, "failed": 1, "good": 1, "kept": 0])
    #expect(bench.run("import gardens plant \(path)") == .failed)
    bench.client.sheetSummary = .record(["rows": 2, "tried": 2, "changed": 1, "same": 0, "failed": 1, "good": 1, "kept": 1])
    #expect(bench.run("import gardens plant \(path) --skip-invalid") == .partial)
  }

  @Test(arguments: ["import", "import gardens", "import gardens plant", "import gardens list x.csv", "import gardens plant a b"])
  func `what is no import is told`(line: String) {
    defer { folder.remove() }
    let bench = Bench()
    #expect(bench.run(line) == .usage && bench.client.sheets.isEmpty)
    #expect(bench.run("import gardens plant \(path) --other") == .usage)
    #expect(bench.run("import gardens plant \(folder.path("absent.csv"))") == .usage)
  }

  @Test func `a person sees a trial and is asked before anything is kept`() {
    defer { folder.remove() }
    let bench = Bench()
    bench.io.canAsk = true
    bench.io.replies = ["n"]
    #expect(bench.run("import gardens plant \(path)") == .usage)
    #expect(bench.client.sheets.map(\.isTrial) == [true])
    bench.io.replies = ["y"]
    #expect(bench.run("import gardens plant \(path)") == .ok)
    #expect(bench.client.sheets.map(\.isTrial) == [true, true, false])
  }

  @Test func `what weighs something needs a yes where nobody can be asked`() {
    defer { folder.remove() }
    let bench = Bench()
    #expect(bench.run("import gardens close \(path)") == .usage && bench.client.sheets.isEmpty)
    #expect(bench.run("import gardens close \(path) --yes") == .ok)
  }
}
