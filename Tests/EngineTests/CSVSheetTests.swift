import Engine
import Feature
import Testing

@Suite struct `A CSV sheet` {
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func `hands no spreadsheet a formula`(cell: String) {
    #expect(CSVSheet.line([cell]) == "'\(cell)\r\n")
  }

  @Test func `quotes what would end a cell or a line, formulas too, and reads it back`() throws {
    #expect(CSVSheet.line(["=\"a\",b"]) == "\"'=\"\"a\"\",b\"\r\n")
    let cells = ["متن", "a,b", "say \"x\"", "two\nlines", ""]
    let sheet = try CSVSheet(text: CSVSheet.line(["a", "b", "c", "d", "e"]) + CSVSheet.line(cells))
    #expect(sheet.rows == [cells])
  }
}
