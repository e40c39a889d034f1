import Glibc
import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct ScriptTests {
  private func script(_ bench: Bench, _ text: String) -> ExitCode {
    Script(session: bench.session, name: "lines").run(text).status
  }

  @Test func `a script stops at the first error and says where`() {
    let bench = Bench()
    #expect(script(bench, "people count\r\n# a remark\ngardens dig\npeople count\n") == .usage)
    #expect(bench.client.runs.count == 1)
    #expect(bench.io.err.contains("lines:3"))
  }

  @Test func `with keep-going the rest runs and the end is partial success`() {
    let bench = Bench { $0.keepGoing = true }
    #expect(script(bench, "people count\ngardens dig\npeople count") == .partial)
    #expect(bench.client.runs.count == 2)
    #expect(script(Bench { $0.keepGoing = true }, "gardens dig\n") == .usage)
  }

  @Test func `Ctrl-C ends a script after the command that runs`() {
    let bench = Bench()
    bench.io.isInterrupted = true
    #expect(script(bench, "people count\npeople count") == .failed)
    #expect(bench.client.runs.count == 1)
  }

  @Test func `a line that ends with a backslash goes on in the next`() {
    let bench = Bench()
    #expect(script(bench, "people \\\n    count\npeople count\n") == .ok)
    #expect(bench.client.runs.count == 2)
  }

  @Test func `leaving ends a script`() {
    let bench = Bench()
    #expect(script(bench, "people count\n\\q\npeople count") == .ok)
    #expect(bench.client.runs.count == 1)
  }

  @Test func `a file is run, and answers go to a private file`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let bench = Bench()
    let lines = try Descriptor.openPrivate(folder.path("lines"), appending: false)
    Descriptor.write("\\o json \(folder.path("answers"))\npeople count\n\\o\npeople count\n", to: lines)
    close(lines)
    #expect(bench.run("\\i \(folder.path("lines"))") == .ok)
    #expect(try Descriptor.contents(of: folder.path("answers")) == "{\"ok\":true}\n")
    #expect(bench.io.out == "{\"ok\":true}\n")
    #expect(folder.permissions("answers") == 0o600)
    #expect(bench.run("\\i \(folder.path("missing"))") == .usage)
  }

  @Test func `a file that runs itself comes to an end`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try Descriptor.openPrivate(folder.path("circle"), appending: false)
    Descriptor.write("\\i \(folder.path("circle"))\n", to: file)
    close(file)
    #expect(Bench().run("\\i \(folder.path("circle"))") == .usage)
  }
}

/// A folder that the test takes away again.
struct TemporaryFolder {
  let root: String

  init() throws {
    var template = Array("/tmp/console-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Refusal.console("folder", "نشد", "no folder") }
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func path(_ name: String) -> String { root + "/" + name }

  func permissions(_ name: String) -> UInt32 {
    var facts = stat()
    return stat(path(name), &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  func remove() {
    for name in ["lines", "answers", "circle", "history", "sheet.csv"] { unlink(path(name)) }
    rmdir(root)
  }
}
