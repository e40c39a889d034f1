import Engine
import Feature
import Testing
import Values

@Suite struct `A CSV sheet` {
  @Test func `goes by scalars: a half-space behind a comma, a quote or a sign hides nothing`() throws {
    let sheet = try CSVSheet(text: "a,b;c,d\r\n1,\u{200C}2,\"x\"\"\u{200C}\"\r\n3,4,\"\u{200C}\"\n")
    #expect(sheet.header == ["a", "b;c", "d"])
    #expect(sheet.rows == [["1", "\u{200C}2", "x\"\u{200C}"], ["3", "4", "\u{200C}"]])
  }

  @Test func `ends its rows with any line end, and keeps those in quotes`() throws {
    let sheet = try CSVSheet(text: "a,b\n1,2\r3,\"x\r\ny\"\r\n")
    #expect(sheet.rows == [["1", "2"], ["3", "x\r\ny"]])
  }

  @Test func `reads back what the writer writes`() throws {
    let cells = ["متن", "a,b", "say \"x\"", "two\nlines", ""]
    let sheet = try CSVSheet(text: CSVWriter.line(["a", "b", "c", "d", "e"]) + CSVWriter.line(cells))
    #expect(sheet.rows == [cells])
  }

  @Test func `of refused rows holds them as they were, with what was wrong`() throws {
    let sheet = try CSVSheet(text: "a,b\n1,2\n=3,\"x,y\"\n")
    #expect(sheet.errorSheet([(1, Texts("نه، باید", "no"))]) == "a,b,_row,_errors\r\n'=3,\"x,y\",3,نه، باید\r\n")
  }
}
