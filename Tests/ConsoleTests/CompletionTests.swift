import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct CompletionTests {
  private func complete(_ before: String, codes: SeenCodes = SeenCodes()) throws -> Completion {
    Completer(commandTable: CommandTable(try FakeClient().catalogue()), codes: codes).complete(before)
  }

  private func texts(_ before: String) throws -> [String] { try complete(before).candidates.map(\.text) }

  @Test func `modules, verbs and built-in words`() throws {
    #expect(try texts("ga") == ["gardens"])
    #expect(try complete("ga").insertion == "gardens ")
    #expect(try texts("gardens ") == ["close", "fell", "list", "plant"])
    #expect(try texts("help gardens pl") == ["plant"])
    #expect(try texts("log") == ["login", "logout"])
    #expect(try complete("l").insertion == "log")
  }

  @Test func `fields that are still open, and switches`() throws {
    let open = try texts("gardens plant GD-1 12 ")
    #expect(open.contains("since=") && !open.contains("count=") && !open.contains("garden="))
    #expect(open.contains("apple"))
    #expect(try texts("gardens plant --is") == ["--isWatered"])
    #expect(try texts("gardens plant --y") == ["--yes"])
  }

  @Test func `values of a choice by code or by name in either script`() throws {
    #expect(try texts("gardens plant tree=") == ["tree=apple", "tree=pomegranate"])
    #expect(try texts("gardens plant tree=ان") == ["tree=pomegranate"])
    #expect(try texts("gardens plant --tree Ap") == ["apple"])
  }

  @Test func `a province is completed to its code from both scripts`() throws {
    #expect(try complete("gardens list province=گل").insertion == "province=IR-27 ")
    #expect(try complete("gardens list province=gole").insertion == "province=IR-27 ")
    #expect(try texts("gardens list province=").count == 31)
    #expect(try complete("gardens list province=").insertion == nil, "a code begun would hide the names")
    #expect(try complete("gardens list province=IR").insertion == "province=IR-")
  }

  @Test func `codes seen in answers are offered where they fit`() throws {
    var codes = SeenCodes()
    codes.learn(from: .list([.record(["code": "GD-27-1405-0012"]), .record(["code": "PR-1", "name": "Not-A-Code"])]))
    #expect(codes.codes(prefix: nil) == ["PR-1", "GD-27-1405-0012"])
    #expect(try complete("gardens close GD", codes: codes).candidates.map(\.text) == ["GD-27-1405-0012"])
  }

  @Test func `backslash commands and their settings`() throws {
    #expect(try texts("\\mo") == ["\\mode"])
    #expect(try texts("\\mode j") == ["json", "jsonl"])
    #expect(try texts("\\bidi v") == ["visual"])
  }
}
