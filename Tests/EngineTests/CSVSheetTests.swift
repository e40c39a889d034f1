import Engine
import Feature
import Testing

@Suite struct `A CSV sheet` {
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func `hands no spreadsheet a formula`(cell: String) {
    #expect(CSVSheet.line([cell]) == "'\(cell)\r\n")
  }

  @Test func `goes by scalars: a half-space behind a comma, a quote or a sign hides nothing`() throws {
    let sheet = try CSVSheet(text: "a,b;c,d\r\n1,\u{200C}2,\"x\"\"\u{200C}\"\r\n3,4,\"\u{200C}\"\n")
    #expect(sheet.header == ["a", "b;c", "d"])
    #expect(sheet.rows == [["1", "\u{200C}2", "x\"\u{200C}"], ["3", "4", "\u{200C}"]])
    #expect(CSVSheet.line(["=\u{200C}1", "a,\u{200C}b", "\"\u{200C}"]) == "'=\u{200C}1,\"a,\u{200C}b\",\"\"\"\u{200C}\"\r\n")
  }

  @Test func `ends its rows with any line end, and keeps those in quotes`() throws {
    let sheet = try CSVSheet(text: "a,b\n1,2\r3,\"x\r\ny\"\r\n")
    #expect(sheet.rows == [["1", "2"], ["3", "x\r\ny"]])
  }

  @Test func `quotes what would end a cell or a line, formulas too, and reads it back`() throws {
    #expect(CSVSheet.line(["=\"a\",b"]) == "\"'=\"\"a\"\",b\"\r\n")
    let cells = ["متن", "a,b", "say \"x\"", "two\nlines", ""]
    let sheet = try CSVSheet(text: CSVSheet.line(["a", "b", "c", "d", "e"]) + CSVSheet.line(cells))
    #expect(sheet.rows == [cells])
  }
}
