import Foundation
import Testing
import Values

@testable import Console

@Suite struct ExportCallTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("list.csv")
  }

  @Test func `a list goes into a new file as a whole, with its filters`() throws {
    defer { folder.remove() }
    let bench = Bench()
    #expect(bench.run("export gardens list \(path)") == .ok)
    #expect(bench.client.exports.map(\.list) == ["gardens.list"] && bench.client.exports[0].isCSV)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("id,name\r\n1,a\r\n2,b\r\n".utf8))
    #expect(bench.run("export gardens list \(path)") == .usage, "the file is there already")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 19)
  }

  @Test func `it has the mark of UTF-8 or is lines of JSON where that is wished`() throws {
    defer { folder.remove() }
    let bench = Bench()
    #expect(bench.run("export gardens.list \(path) --bom") == .ok)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    #expect(bench.run("export gardens list \(folder.path("lines")) --json") == .ok)
    #expect(bench.client.exports.last?.isCSV == false && bench.io.out.contains("\"rows\""))
  }

  @Test func `what is refused leaves no file`() throws {
    defer { folder.remove() }
    let bench = Bench()
    bench.client.exported = nil
    #expect(bench.run("export gardens list \(path)") != .ok)
    #expect(!FileManager.default.fileExists(atPath: path))
    for line in ["export", "export gardens", "export gardens list", "export gardens plant x", "export gardens list a b"] {
      #expect(bench.run(line) == .usage, "\(line)")
    }
  }
}
