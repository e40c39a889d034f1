import Testing
import Values

@testable import Console

@Suite struct NestingTests {
  private let group: Value = .record([
    "code": "GR-1",
    "coverage": .record(["covered": 5, "since": "2026-03-20", "sinceJalali": "1404/12/29"]),
    "tags": .list(["a", "b"]), "empty": .list([]), "nothing": .object([]),
    "members": .list([
      .record(["code": "P-1", "role": .record(["fa": "دبیر"])]), .record(["code": "P-2", "role": .null]),
    ]),
  ])

  private func text(_ value: Value, _ mode: OutputMode, width: Int = .max, _ columns: [String] = []) -> String {
    var style = Style()
    style.width = width
    return Rendering.text(value, columns: columns, mode: mode, expansion: .auto, style: style)
  }

  @Test(arguments: [OutputMode.table, .vertical])
  func `a thing inside a thing gets dotted names, a list of things a table below`(mode: OutputMode) {
    #expect(
      text(group, mode) == """
        code             │ GR-1
        coverage.covered │ 5
        coverage.since   │ 1404/12/29 (2026-03-20)
        tags             │ a, b
        empty            │ ∅
        nothing          │ ∅

          members
          code │ role.fa
          ─────┼────────
          P-1  │ دبیر
          P-2  │ ∅

        """)
  }

  @Test func `a table says the Jalali date once and opens its rows too`() {
    let rows: Value = .list([group])
    let lines = text(rows, .table).split(separator: "\n")
    #expect(lines[0].hasPrefix("code │ coverage.covered │ coverage.since │ tags"))
    #expect(lines[2].contains("│ 1404/12/29     │") && !lines[2].contains("2026"))
  }

  @Test func `known columns that come opened keep their place`() {
    let rows: Value = .list([.record(["z": 1, "a": .record(["b": 2])])])
    #expect(text(rows, .table, ["a", "z"]).hasPrefix("a.b │ z\n"))
  }

  @Test func `without room the rows stand below each other, each with its lists`() {
    let shown = text(.list([group, group]), .table, width: 40)
    #expect(shown.hasPrefix("─[ 1 ]─\ncode             │ GR-1\n"))
    #expect(shown.ranges(of: "  members\n").count == 2)
  }

  @Test func `an answer that is nothing but a list of things is that list`() {
    let answer: Value = .record(["lines": .list([.record(["n": 1]), .record(["n": 2])])])
    #expect(text(answer, .table) == "n\n─\n1\n2\n")
    #expect(text(answer, .csv) == "n\r\n1\r\n2\r\n")
    #expect(text(answer, .json) == "{\"lines\":[{\"n\":1},{\"n\":2}]}\n")
    #expect(text(.record(["names": .list(["a", "b"])]), .table) == "names │ a, b\n")
  }

  @Test func `files keep lists of things as JSON and JSON stays exact`() {
    let value: Value = .list([.record(["n": 1, "parts": .list([.record(["m": 2])])])])
    #expect(text(value, .csv) == "n,parts\r\n1,\"[{\"\"m\"\":2}]\"\r\n")
    #expect(text(value, .table).contains("m: 2") && !text(value, .table).contains("{"))
    #expect(text(group, .json).contains(#""since":"2026-03-20","sinceJalali":"1404/12/29""#))
  }

  @Test func `a refusal tells its rule in readable lines and each thing once`() {
    let no = Texts("نمی‌شود", "it may not be")
    let refusal = Refusal(
      .rule, "rule.refused", no, faults: [FieldFault("", "group.institute", no)],
      rule: .record([
        "id": "groups.work", "version": 1, "statementFa": "جمله", "statementEn": "A sentence.", "source": "S0",
        "citationFa": "ماده ۳", "citationEn": "article 3", "parameters": .record(["states": .list(["a", "b"]), "years": 3]),
      ]))
    #expect(
      Problem(refusal).text(Style(language: .en)) == """
        error [rule.refused] it may not be
          [group.institute]
          rule: groups.work v1
            A sentence.
            S0: article 3
            parameters.states │ a, b
            parameters.years  │ 3
        → See which commands there are, and what each of them takes.
            help

        """)
    #expect(
      Problem(refusal).text(Style(language: .fa)) == """
        خطا [rule.refused] نمی‌شود
          [group.institute]
          قاعده: groups.work v1
            جمله
            S0: ماده ۳
            parameters.states │ a, b
            parameters.years  │ 3
        → ببینید چه فرمان‌هایی هست و هر یک چه می‌خواهد.
            help

        """)
  }

  @Test func `a table in a pipe never turns, however wide`() {
    let bench = Bench()
    bench.io.width = 10
    let page: Value = .record(["items": .list([.record(["code": "GD-1", "name": "a long name that needs room"])])])
    bench.client.pages = [page, page]
    bench.run("gardens list")
    #expect(bench.io.out.hasPrefix("code │ name"))
    bench.io.isTerminal = true
    bench.io.out = ""
    bench.run("gardens list")
    #expect(bench.io.out.hasPrefix("─[ 1 ]─"))
  }
}
