import Engine
import Feature
import Persian
import Testing
import Values

@testable import Console

@Suite struct SentenceTests {
  private let persian = "پوشش ۱۷۱ از ۱٬۸۶۸٬۸۱۹ نفر = ۰٫۰۹ در هزار؛ هدف ۵٪، به‌دست‌نیامده؛ جمعیت سال ۱۳۹۵ مرکز آمار ایران."
  private let english =
    "Coverage: 171 of 1,868,819 people = 0.09 per thousand; target 5%, not reached; population of 1395."

  private func shown(_ line: String, _ language: Language, mode: OutputMode = .table) -> String {
    let bench = Bench {
      $0.mode = mode
      $0.bidi = .off
    }
    bench.io.isTerminal = true
    bench.run("\\lang \(language.rawValue)")
    bench.io.out = ""
    bench.client.answers["people.count"] = ClientResponse(
      value: .record([
        "year": 1405, "coverage": .record(["covered": 171, "population": 1_868_819]),
        "sentences": .list([.record(["fa": .text(persian), "en": .text(english)])]),
      ]), entry: nil)
    bench.run(line)
    return bench.io.out
  }

  private func unwrapped(_ text: String, lines: Int) -> String {
    text.split(separator: "\n").prefix(lines).joined(separator: " ")
  }

  @Test(arguments: Language.allCases)
  func `a table says the sentence of its reader in place of dotted columns, within 80 columns`(language: Language) {
    let text = shown("people count", language)
    #expect(unwrapped(text, lines: 2) == (language == .fa ? persian : english))
    #expect(!text.contains(language == .fa ? english : persian))
    #expect(!text.contains("coverage.covered"))
    #expect(text.contains("year │ "))
    #expect(text.split(separator: "\n").allSatisfy { PersianText.displayWidth(String($0)) <= 80 })
  }

  @Test(arguments: Language.allCases)
  func `one field a line begins with the sentence and keeps every field`(language: Language) {
    let text = shown("people count", language, mode: .vertical)
    #expect(unwrapped(text, lines: 2) == (language == .fa ? persian : english))
    #expect(text.contains("coverage.covered"))
    #expect(text.contains("coverage.population"))
  }

  @Test func `JSON has the sentence in both languages beside its facts`() throws {
    let value = try JSONReader.read(Array(shown("people count --json", .fa).utf8))
    #expect(value["coverage"]?["covered"] == 171)
    #expect(value["sentences"]?.items.first?["fa"] == .text(persian))
    #expect(value["sentences"]?.items.first?["en"] == .text(english))
  }

  private struct Row: Codable, Sendable {
    var agreement: String
    var reasons: [String]
    var reasonTexts: [Texts]
    var sentences: [Texts]
  }

  private struct Answer: Codable, Sendable {
    var year: Int
    var rows: [Row]
    var sentences: [Texts]
  }

  @Test(arguments: Language.allCases, [SentenceForm.first, .instead])
  func `sentences inside nested rows stand before their row's fields, in one language, within 80 columns`(
    language: Language, form: SentenceForm
  ) throws {
    let fields = try Schema.fields(of: Answer.self).map(FieldEntry.init)
    let rows = ["HA-1", "HA-2"].map { code in
      Row(
        agreement: code, reasons: ["healthbases.not-licensed"], reasonTexts: [Texts("پروانه نبود.", "No licence.")],
        sentences: [
          Texts(
            "\(code) (HB-27-1405-0001)، روز پایان ۱۴۰۵/۱۲/۲۹: متوقف. پروانهٔ مؤسسه معتبر نبود. پایگاه تعلیق است.",
            "\(code) (HB-27-1405-0001), last day 1405/12/29: held. The institute's licence was not in force. The base is suspended.")
        ])
    }
    let answer = Answer(year: 1406, rows: rows, sentences: [Texts("سال ۱۴۰۶: دو توافق‌نامه.", "Year 1406: two agreements.")])
    let labelled = Labelling(language: language, sentences: form).labelled(try ValueEncoder.encode(answer), by: fields)
    var style = Style()
    style.width = 80
    let text = Rendering.text(labelled, columns: [], mode: form == .first ? .vertical : .table, expansion: .auto, style: style)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == answer.sentences[0][language])
    for (place, row) in rows.enumerated() {
      let start = try #require(lines.firstIndex { $0.contains("─[ \(place + 1) ]─") }, "\(text)")
      let said = lines[(start + 1)...].prefix(2).map { $0.drop { $0 == " " } }.joined(separator: " ")
      #expect(said == row.sentences[0][language], "\(text)")
      #expect(lines[start + 3].contains("agreement") && lines[start + 3].contains(row.agreement), "\(text)")
    }
    #expect(text.contains(language == .fa ? "پروانه نبود." : "No licence."), "\(text)")
    #expect(!text.contains("{") && !text.contains(rows[0].sentences[0][language == .fa ? .en : .fa]), "\(text)")
    #expect(lines.allSatisfy { PersianText.displayWidth($0) <= 80 }, "\(text)")
  }
}
