import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct ThingTests {
  private let page: Value = .record([
    "items": .list([.record(["code": "GD-1", "name": "باغ بزرگ"]), .record(["code": "XX-2", "name": "no garden"])]), "next": .null,
  ])

  @Test(arguments: ["\\d garden", "\\d gardens.garden", "\\d باغ"])
  func `a thing is described by fields, rules and the ways between its states`(line: String) {
    for language in Language.allCases {
      let bench = Bench { $0.language = language }
      #expect(bench.run(line) == .ok)
      let (english, persian) = (["A garden has a fence.", "Wild", "fields", "needed"], ["باغ پرچین دارد.", "خودرو", "فیلدها", "لازم"])
      for part in (language == .fa ? persian : english) + ["code", "gardens.fence", "└→ tended", "■"] {
        #expect(bench.io.out.contains(part), "\(part)")
      }
      for part in language == .fa ? english : persian { #expect(!bench.io.out.contains(part), "\(part)") }
    }
  }

  @Test(arguments: Language.allCases, ["garden", "باغ"])
  func `a name that several things have is answered by their whole names`(language: Language, name: String) {
    let bench = Bench { $0.language = language }
    bench.client.moreThings = #"{"object":"people.garden","module":"people","fa":"باغ","en":"garden","fields":[],"ways":[]},"#
    #expect(bench.run("\\d \(name)") != .ok)
    #expect(bench.io.err.contains("\\d gardens.garden") && bench.io.err.contains("\\d people.garden"), "\(bench.io.err)")
    #expect(bench.io.err.contains(language == .fa ? "چند چیز" : "Several things"), "\(bench.io.err)")
    #expect(bench.run("\\d gardens.garden") == .ok, "a whole name is one thing's")
  }

  @Test(arguments: OutputMode.allCases.filter(\.isForPeople))
  func `it is a page in one language in every mode that people read`(mode: OutputMode) {
    let bench = Bench { $0.language = .fa }
    #expect(bench.run("\\d garden | \(mode.rawValue)") == .ok)
    #expect(bench.io.out.contains("فیلدها") && bench.io.out.contains("خودرو"), "\(bench.io.out)")
    for word in ["Wild", "fields", "kind", "personal"] { #expect(!bench.io.out.contains(word), "\(bench.io.out)") }
    let frame = mode == .markdown ? "```\n" : mode == .html ? "<pre>" : ""
    #expect(frame.isEmpty || bench.io.out.contains(frame))
  }

  @Test(arguments: Language.allCases)
  func `a page for a browser runs as its reader's language does`(language: Language) {
    let bench = Bench { ($0.language, $0.mode) = (language, .html) }
    #expect(bench.run("people count") == .ok)
    #expect(bench.io.out.contains(language == .fa ? #"<html lang="fa" dir="rtl">"# : #"<html lang="en" dir="ltr">"#))
  }

  @Test func `as JSON it is one object`() throws {
    let bench = Bench()
    #expect(bench.run("\\d garden | json") == .ok)
    let value = try JSONReader.read(Array(bench.io.out.utf8))
    #expect(value["rules"]?.items.count == 1 && value["states"]?.items.count == 3 && value["fields"]?.items.count == 2)
  }

  @Test func `for programs it is one table`() {
    let bench = Bench()
    #expect(bench.run("\\d garden | csv") == .ok)
    #expect(bench.io.out.hasPrefix("field,kind,empty,personal\r\ncode,") && !bench.io.out.contains("fence"))
  }

  @Test func `rows are counted by the list that belongs to the thing`() {
    let bench = Bench()
    bench.client.pages = [.record(["items": .list([.record(["code": "GD-1"])]), "next": "a"]), page]
    #expect(bench.run("\\d+ | csv") == .ok)
    #expect(bench.io.out.contains("gardens.garden,GD-…,3,garden,"))
    #expect(bench.client.runs.map(\.id) == ["gardens.list", "gardens.list"])
  }

  @Test func `codes of rows are completed by code or by name, and asked for once`() throws {
    let bench = Bench()
    bench.client.pages = [page]
    let commandTable = try bench.session.commandTable()
    var completer = Completer(commandTable: commandTable, codes: SeenCodes(), variables: ["place"])
    completer.rows = { [session = bench.session] in session.rows.rows(of: $0, commandTable, session.client) }
    #expect(completer.complete("gardens close GD").candidates.map(\.text) == ["GD-1"])
    #expect(completer.complete("gardens close باغ").candidates.map(\.text) == ["GD-1"])
    #expect(bench.client.runs.count == 1)
    bench.session.rows.forget()
    bench.client.refusals["gardens.list"] = Refusal(.forbidden, "no", Texts("نه", "no"))
    #expect(completer.complete("gardens close GD").candidates.isEmpty, "what may not be listed is not completed")
    #expect(completer.complete("gardens list province=:pl").candidates.map(\.text) == ["province=:place"])
    #expect(completer.complete("people count | ma").insertion == "markdown ")
    #expect(completer.complete("people count |ma").insertion == "markdown ")
    #expect(completer.complete("\\d gar").candidates.map(\.text) == ["gardens", "garden"])
    #expect(completer.complete("\\watch 5 people c").insertion == "count ")
  }
}
