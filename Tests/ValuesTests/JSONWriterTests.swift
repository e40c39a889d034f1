import Jalali
import Testing
import Values

@Suite struct `Writing JSON` {
  private let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 1, 1) }

  @Test func `every date has its Jalali twin beside it`() {
    #expect(
      JSONWriter.text(.record(["from": .day(day), "n": 1]))
        == #"{"from":"2026-03-21","fromJalali":"1405/01/01","n":1}"#)
    #expect(JSONWriter.text([.day(day)]) == #"["2026-03-21"]"#)
  }

  @Test func `a guarded date that is shown has its twin too`() {
    #expect(JSONWriter.text(.record(["born": .personal(.day(day))])) == #"{"born":"2026-03-21","bornJalali":"1405/01/01"}"#)
    let secret = Value.record(["born": .secret(.day(day))])
    #expect(JSONWriter.text(secret, showsSecrets: true) == #"{"born":"2026-03-21","bornJalali":"1405/01/01"}"#)
    #expect(JSONWriter.text(secret) == #"{"born":"•••"}"#)
  }

  @Test func `secrets are masked for people without the right`() {
    #expect(JSONWriter.text(.secret("0076229645")) == #""•••9645""#)
    #expect(JSONWriter.text(.secret("123456")) == #""•••""#)
    #expect(JSONWriter.text(.secret(12_345_678)) == #""•••""#)
    #expect(JSONWriter.text([.record(["a": [.secret("0076229645")]])]) == #"[{"a":["•••9645"]}]"#)
    #expect(JSONWriter.text(.secret("0076229645"), showsSecrets: true) == #""0076229645""#)
  }

  @Test func `strings are escaped as RFC 8785 says and no further`() {
    #expect(JSONWriter.text("\"\\/\u{8}\t\n\u{c}\r\u{1}\u{1f}\u{7f}سلام😀") == #""\"\\/\b\t\n\f\r\u0001\u001f\#u{7f}سلام😀""#)
  }

  @Test func `bytes are hexadecimal`() { #expect(JSONWriter.text(.bytes([0, 15, 255])) == #""000fff""#) }
}
