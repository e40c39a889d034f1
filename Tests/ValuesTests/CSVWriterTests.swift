import Testing
import Values

@Suite struct `A CSV line` {
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1"])
  func `hands no spreadsheet a formula`(cell: String) {
    #expect(CSVWriter.literal(cell) == "'" + cell)
  }

  @Test(arguments: ["", "متن", "5", "a=b", " =1"]) func `leaves other text as it stands`(cell: String) {
    #expect(CSVWriter.literal(cell) == cell && CSVWriter.line([cell]) == cell + "\r\n")
  }

  @Test func `quotes what would end a cell or a line, a half-space behind it or not`() {
    #expect(CSVWriter.line(["=\"a\",b", "two\nlines", "\u{2028}"]) == "\"=\"\"a\"\",b\",\"two\nlines\",\"\u{2028}\"\r\n")
    #expect(CSVWriter.line(["=\u{200C}1", "a,\u{200C}b", "\"\u{200C}"]) == "=\u{200C}1,\"a,\u{200C}b\",\"\"\"\u{200C}\"\r\n")
  }
}
