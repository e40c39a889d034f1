import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct PipingTests {
  @Test(arguments: [
    ("people count | csv", "people count", OutputMode.csv), ("people count |json", "people count", .json),
    ("people count 'a|b' | html", "people count 'a|b'", .html),
  ])
  func `a mode behind a bar`(line: String, command: String, mode: OutputMode) throws {
    let split = try Piping.split(line)
    #expect(split.command == command && split.mode == mode)
  }

  @Test(arguments: ["people count", "people count 'a | csv'", #"gardens plant site={"a":"|"}"#, "people count city=a|b"])
  func `a bar inside a value is none`(line: String) throws {
    let split = try Piping.split(line)
    #expect(split.command == line && split.mode == nil)
  }

  @Test(arguments: ["people count |", "people count | less", "people count | csv | json", "people count | csv file"])
  func `anything else behind a bar is refused`(line: String) {
    #expect(throws: Refusal.self) { try Piping.split(line) }
    #expect(Bench().run(line) == .usage)
  }

  @Test func `it holds for one command, and errors follow it`() {
    let bench = Bench()
    bench.run("people count | json")
    bench.run("people count | csv")
    #expect(bench.io.out == "{\"ok\":true}\nok\r\ntrue\r\n")
    bench.run("nosuch | json")
    #expect(bench.io.err.hasPrefix("{"))
    #expect(bench.session.mode == .table)
    bench.io.out = ""
    bench.run("\\d | csv")
    #expect(bench.io.out.hasPrefix("module,"))
  }
}
