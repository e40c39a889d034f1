import Persian
import Testing

@Suite struct DisplayTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("گلستان", 6), ("علی\u{200C}آباد", 7), ("محمّد", 4), ("رحمٰن", 4), ("e\u{301}", 1),
    ("\u{2068}علی\u{2069}\u{200F}", 3), ("漢字", 4), ("۱۴۰۵/۰۱/۰۱", 10), ("\u{1F600}", 2), ("\u{1B}", 0), ("﷼", 1),
    ("ــ", 2), ("\u{FEFF}a", 1),
  ])
  func `width counts columns, not code points`(text: String, columns: Int) {
    #expect(PersianText.displayWidth(text) == columns)
  }

  @Test func `what could rule a terminal or turn a line is taken out`() {
    #expect(PersianText.withoutControls("a\u{1B}[31m\u{202E}ب\u{2066}\u{7F}\u{9B}") == "a[31mب")
    #expect(PersianText.withoutControls("یک\r\nدو\tسه") == "یک دو سه")
    #expect(PersianText.withoutControls("علی\u{200C}آباد") == "علی\u{200C}آباد")
  }
}
