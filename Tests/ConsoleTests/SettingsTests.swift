import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct SettingsTests {
  @Test func `the last answer becomes variables when it was one thing`() {
    let bench = Bench()
    #expect(bench.run("\\gset") == .usage)
    bench.client.answers["people.count"] = ClientResponse(value: .record(["total": 12, "name": "علی", "more": .list([])]), entry: nil)
    #expect(bench.run("people count") == .ok && bench.run("\\gset my_") == .ok)
    #expect(bench.session.variables.values == ["my_total": "12", "my_name": "علی"])
    bench.client.pages = [.record(["items": .list([.record(["n": 1]), .record(["n": 2])]), "next": .null])]
    #expect(bench.run("gardens list") == .ok && bench.run("\\gset") == .usage)
  }

  @Test func `what stands for nothing can be chosen`() {
    let bench = Bench { $0.mode = .markdown }
    bench.client.answers["people.count"] = ClientResponse(value: .record(["a": .null]), entry: nil)
    bench.run("people count")
    #expect(bench.io.out.contains("∅"))
    bench.run("\\null 'not known'")
    bench.run("people count")
    #expect(bench.io.out.contains("not known"))
  }

  @Test func `the terminal's own settings are remembered by people, not by scripts`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("history")
    let script = Bench { $0.preferencesPath = path }
    #expect(script.run("\\bidi visual") == .ok && folder.permissions("history") == 0)
    let person = Bench { $0.preferencesPath = path }
    person.io.canAsk = true
    #expect(person.run("\\bidi visual") == .ok && person.run("\\pager off") == .ok)
    #expect(folder.permissions("history") == 0o600)
    let next = Bench { $0.preferencesPath = path }
    #expect(next.session.bidi == .visual && !next.session.isPaging)
  }

  @Test func `a long text is cut into screens by the rows it takes`() {
    let pager = Pager(rows: 4, columns: 10)
    #expect(pager.pages("a\nb\n") == ["a\nb\n"])
    #expect(pager.pages("a\nb\nc\nd\ne\n") == ["a\nb\nc\n", "d\ne\n"])
    let wide = String(repeating: "x", count: 15)
    #expect(pager.pages("\(wide)\na\n\(wide)\n") == ["\(wide)\na\n", "\(wide)\n"])
    #expect(pager.pages(String(repeating: "x", count: 100)) == [String(repeating: "x", count: 100)])
  }

  @Test func `progress tells how far, how fast and how long`() {
    #expect(Progress.line(500, 1000, after: .seconds(5)) == "500/1000 · 100/s · 5 s left")
    #expect(Progress.line(500, nil, after: .milliseconds(500)) == "500 · 1000/s")
    #expect(Progress.line(0, 10, after: .zero) == "0/10 · 0/s")
    var progress = Progress(total: 10)
    #expect(progress.step(1) == nil && progress.end() == nil, "what is quick draws nothing")
  }

  @Test func `an error tells its entry`() throws {
    let bench = Bench()
    var refusal = Refusal(.rule, "rule.refused", Texts("نه", "no"))
    refusal.entry = 41
    bench.client.refusals["people.count"] = refusal
    bench.run("people count")
    #expect(bench.io.err.contains("recorded: #41"))
    bench.io.err = ""
    bench.run("\\errverbose")
    #expect(try JSONReader.read(Array(bench.io.err.utf8))["entry"] == 41)
  }

  @Test func `help and descriptions hold no direction controls, also on a screen`() {
    for line in ["help", "help gardens", "help gardens plant", "\\?", "\\d garden", "\\dp"] {
      let bench = Bench { ($0.language, $0.bidi) = (.fa, .isolate) }
      bench.io.isTerminal = true
      #expect(bench.run(line) == .ok && !bench.io.out.isEmpty, "\(line)")
      #expect(!bench.io.out.unicodeScalars.contains { ("\u{2066}"..."\u{2069}").contains($0) }, "\(line): \(bench.io.out)")
    }
  }

  @Test(arguments: [
    ("\\lang FA", true), ("\\lang فارسی", true), ("\\lang English", true), ("\\pager ON", true), ("\\timing بله", true),
    ("\\mode TABLE", true), ("\\x Off", true), ("people count | CSV", true), ("\\lang de", false), ("\\pager maybe", false),
    ("\\mode tables", false),
  ])
  func `a setting is read as people write it, and refused where none is meant`(line: String, isRead: Bool) {
    #expect((Bench().run(line) == .ok) == isRead, "\(line)")
  }

  @Test(arguments: Language.allCases) func `what is said in both languages is read in one`(language: Language) {
    let value: Value = .record([
      "textFa": "باغ", "textEn": "garden", "fa": "پرچین", "en": "fence", "nameFa": "تنها",
      "rows": .list([.record(["fa": "یک", "en": "one", "n": 1])]),
    ])
    let shown = Labelling(language: language).labelled(value, by: [])
    let (own, foreign) = language == .fa ? (["باغ", "پرچین"], ["garden", "fence"]) : (["garden", "fence"], ["باغ", "پرچین"])
    let texts = shown.members.compactMap(\.value.string)
    #expect(own.allSatisfy(texts.contains) && !foreign.contains(where: texts.contains) && texts.contains("تنها"), "\(shown)")
  }

  @Test func `the number of a row that has no name here is shown to nobody`() {
    let field = FieldEntry(Field("place", .reference(object: "gardens.garden", prefix: nil), isOptional: true))
    let labelling = Labelling(language: .en)
    let named: Value = .record(["place": 24, "placeRef": .record(["code": "GD-1", "name": .null])])
    #expect(labelling.labelled(named, by: [field]).members.map(\.value) == ["GD-1"])
    #expect(labelling.labelled(.record(["place": 24]), by: [field]).members.map(\.value) == [.null])
    #expect(Labelling(language: .en, keepsNumbers: true).labelled(.record(["place": 24]), by: [field]).members.map(\.value) == [24])
  }
}
