import Jalali
import Persian
import Testing
import Values

@testable import Console

@Suite struct OutputTests {
  private let people: Value = .list([
    .record(["fa": "گلستان", "code": "IR-27", "count": 12, "since": .day(JalaliDay(number: 20_000))]),
    .record(["fa": .null, "code": "IR-12", "count": 3450, "since": .null]),
  ])

  private func text(_ value: Value, _ mode: OutputMode, _ style: Style = Style()) -> String {
    Rendering.text(value, mode: mode, expansion: .off, style: style)
  }

  @Test func `a table puts Persian columns last and lines up by display width`() throws {
    let lines = text(people, .table).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("code  │ count │ since"))
    #expect(lines[0].trimmed.hasSuffix("fa"))
    #expect(lines[2].contains("│    12 │"))
    #expect(lines[2].hasSuffix("گلستان"))
    #expect(lines[3].hasSuffix("∅"))
    let bars = lines[2...].map { $0.prefix { $0 != "∅" && $0 != "گ" } }.map {
      PersianText.displayWidth(String($0.prefix(5)))
    }
    #expect(bars == [5, 5])
  }

  @Test func `half-spaces and marks take no column`() {
    let sheet: Value = .list([.record(["a": "می‌شود", "b": 1]), .record(["a": "محمّد", "b": 2])])
    var style = Style()
    style.direction = .plain
    let lines = TableWriter.write(Grid(sheet), style).split(separator: "\n").map(String.init)
    let widths = lines[2...].map { PersianText.displayWidth(String($0.prefix { $0 != "│" })) }
    #expect(widths == [6, 6])
  }

  @Test func `Persian cells are isolated on a screen and nowhere else`() {
    var style = Style()
    style.direction = .isolate
    #expect(text(people, .table, style).contains("\u{2068}گلستان\u{2069}"))
    for mode in OutputMode.allCases where mode != .table && mode != .vertical {
      #expect(!text(people, mode, style).contains("\u{2068}"), "\(mode)")
    }
  }

  @Test func `control and direction characters of the data are shown, never obeyed`() {
    let evil: Value = .list([.record(["a": "x\u{1B}[2J\u{202E}y\nz"])])
    for mode in OutputMode.allCases {
      let shown = text(evil, mode)
      #expect(!shown.contains("\u{1B}") && !shown.unicodeScalars.contains("\u{202E}"), "\(mode)")
    }
    #expect(text(evil, .table).contains("x\\u{1B}[2J\\u{202E}y\\nz"))
    #expect(text(evil, .json) == "[{\"a\":\"x\\u001b[2J\\u202ey\\nz\"}]\n")
  }

  @Test func `CSV quotes, ends lines with CRLF and disarms formulas`() {
    let rows: Value = .list([
      .record(["a": "1,2", "b": "=SUM(A1)", "n": -5]), .record(["a": "say \"x\"\nthen", "b": "@x", "n": .null]),
    ])
    #expect(text(rows, .csv) == "a,b,n\r\n\"1,2\",'=SUM(A1),-5\r\n\"say \"\"x\"\"\nthen\",'@x,\r\n")
    #expect(text(rows, .tsv) == "a\tb\tn\n1,2\t'=SUM(A1)\t-5\nsay \"x\"\\nthen\t'@x\t\n")
  }

  @Test func `JSON lines has one row a line, also for a page`() {
    let page: Value = .record(["items": [.record(["a": 1]), .record(["a": 2])], "next": "c"])
    #expect(text(page, .jsonl) == "{\"a\":1}\n{\"a\":2}\n")
    #expect(text(page, .json) == "{\"items\":[{\"a\":1},{\"a\":2}],\"next\":\"c\"}\n")
  }

  @Test(arguments: [OutputMode.markdown, .html, .table, .vertical])
  func `people read no JSON, however deep an answer is`(mode: OutputMode) {
    let inner = Value.record(["name": "گرگان", "day": .text("2026-03-21"), "dayJalali": "1405/01/01", "parts": .list([.record(["n": 2])])])
    let rows = Value.list([.record(["a": 1, "about": inner, "some": .list([inner, inner])]), .record(["a": 2, "some": .list([])])])
    let text = text(rows, mode)
    #expect(!text.contains("{") && !text.contains("\"n\"") && !text.contains("dayJalali"), "\(text)")
    #expect(text.contains("1405/01/01") && text.contains("گرگان"))
  }

  @Test func `Markdown and HTML escape what would be markup`() {
    let rows: Value = .list([.record(["a": "<b>|x & 'y'"])])
    #expect(text(rows, .markdown) == "| a |\n| --- |\n| &lt;b&gt;\\|x &amp; 'y' |\n")
    #expect(text(rows, .html).contains("<td><bdi>&lt;b&gt;|x &amp; &#39;y&#39;</bdi></td>"))
  }

  @Test func `one thing is written vertically, and the Jalali twin stands for the date`() {
    let one: Value = .record(["startDate": "2026-03-21", "startDateJalali": "1405/01/01", "n": 7])
    #expect(text(one, .table) == "startDate │ 1405/01/01 (2026-03-21)\nn         │ 7\n")
    var style = Style()
    style.digits = .fa
    #expect(text(one, .table, style) == "startDate │ ۱۴۰۵/۰۱/۰۱ (۲۰۲۶-۰۳-۲۱)\nn         │ ۷\n")
  }

  @Test func `a table wider than the screen is expanded when that is asked for`() {
    var style = Style()
    style.width = 10
    #expect(Rendering.text(people, mode: .table, expansion: .auto, style: style).hasPrefix("─[ 1 ]─"))
    style.width = 200
    #expect(!Rendering.text(people, mode: .table, expansion: .auto, style: style).contains("─["))
  }

  @Test func `for simple terminals letters are joined and put in visual order`() {
    #expect(LetterShapes.shaped("سلام") == "\u{FEB3}\u{FEFC}\u{FEE1}")
    #expect(VisualOrder.arranged("سلام") == "\u{FEE1}\u{FEFC}\u{FEB3}")
    #expect(VisualOrder.arranged("باغ (A1)") == "(A1) \u{FECD}\u{FE8E}\u{FE91}")
    #expect(VisualOrder.arranged("در 1405/08/30") == "1405/08/30 \u{FEAD}\u{FEA9}")
    #expect(VisualOrder.arranged("abc def") == "abc def")
  }
}
