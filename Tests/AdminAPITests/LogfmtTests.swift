import Testing

@testable import AdminAPI

@Suite struct `A line of the log` {
  @Test func `stays one line, whatever stands in it`() {
    #expect(Logfmt.line([("a", "b"), ("c", "")]) == "a=b c=\"\"")
    #expect(Logfmt.value("two words") == "\"two words\"")
    #expect(Logfmt.value("x=\"y\"\\") == #""x=\"y\"\\""#)
    #expect(Logfmt.value("\n{\"evil\":1}") == #""\u{A}{\"evil\":1}""#)
    #expect(Logfmt.value("\u{1B}[31m\u{7F}\u{85}\u{202E}\u{2028}") == #""\u{1B}[31m\u{7F}\u{85}\u{202E}\u{2028}""#)
    #expect(Logfmt.value("سلام") == "\"سلام\"")
  }
}

@Suite struct `Entity tags as sent` {
  @Test func `are read strictly`() {
    #expect(EntityTag.list([#""a", W/"b""#, #""c,d""#]) == [#""a""#, #"W/"b""#, #""c,d""#])
    for bad in ["", "a", #""a"#, #""a""b""#, #"W/a"#, ","] { #expect(EntityTag.list([bad]) == nil, "\(bad)") }
    #expect(EntityTag.list(Array(repeating: #""a""#, count: 65)) == nil)
    #expect(EntityTag.revision(#""rev-12""#) == 12)
    #expect(EntityTag.revision(#""rev-12.ab""#) == 12)
    for none in [#"W/"rev-12""#, #""rev-""#, #""rev--1""#, #""rev-99999999999999999999""#, #""12""#, "rev-1"] {
      #expect(EntityTag.revision(none) == nil, "\(none)")
    }
  }
}
