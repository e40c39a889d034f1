import Foundation
import Persian
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("علي", "علی"), ("موسى", "موسی"), ("كريم", "کریم"), ("\u{FEFB}\u{FEEB}", "لاه"), ("۵﷼", "۵ریال"),
    ("\u{200F}علی\u{200E}", "علی"), ("\u{2067}گ\u{2069}\u{FEFF}\u{AD}\u{202A}", "گ"), ("محمّد", "محمّد"),
    ("کتـاب", "کتـاب"), ("علی\u{200C}\u{200C}آباد", "علی\u{200C}آباد"), ("\u{200C}علی\u{200C}", "علی"),
    ("علی \u{200C}آباد", "علی آباد"), ("آمل مؤسسه أ إ ئ ء", "آمل مؤسسه أ إ ئ ء"), ("خانۀ ة", "خانۀ ة"),
    ("۱۲٣4", "۱۲٣4"), (" الف \u{A0}\u{2003} ب\t\n", "الف ب"), ("Ali BABA", "Ali BABA"), ("", ""), (" \u{200C}", ""),
    ("ا\u{653}مل", "آمل"), ("مو\u{654}سسه", "مؤسسه"), ("مسي\u{654}ول", "مسئول"), ("a\u{0}\u{1B}[2Jb", "a[2Jb"),
  ])
  func `stored text keeps what was meant and one spelling of it`(text: String, stored: String) {
    #expect(bytes(PersianText.stored(text)) == bytes(stored))
    #expect(bytes(PersianText.stored(stored)) == bytes(stored), "storing again changes nothing")
  }

  @Test func `lines are kept only when asked for`() {
    #expect(PersianText.stored(" یک\r\n دو ") == "یک دو")
    #expect(PersianText.stored(" یک \r\n دو \n", keepingLines: true) == "یک\nدو")
  }

  @Test(arguments: [
    ("علي", "علی"), ("محمّد", "محمد"), ("کتـاب", "کتاب"), ("رحمٰن", "رحمن"), ("علی\u{200C}آباد", "علی اباد"),
    ("مؤسسه", "موسسه"), ("مسئول", "مسیول"), ("جزء", "جز"), ("أإٱ", "ااا"), ("خانة", "خانه"), ("خانۀ", "خانه"),
    ("خانه\u{654}", "خانه"), ("۱۲٣٫۵", "123.5"), ("۶٬۰۰۰", "6000"), ("  الف   ب ", "الف ب"), ("GORGAN É", "gorgan é"),
    ("\u{FEED}\u{FEF7}", "ولا"), ("", ""),
  ])
  func `a search key folds what a person searching does not tell apart`(text: String, key: String) {
    #expect(bytes(PersianText.searchKey(text)) == bytes(key))
  }

  @Test func `spellings of one name share the name key`() {
    let keys = Set(
      ["خانه سلامت", "خانه\u{200C}سلامت", "خانةسلامت", "خانۀ  سلامت", "خانه\u{A0}سلامت"].map(PersianText.nameKey))
    #expect(keys == ["خانهسلامت"])
    #expect(PersianText.nameKey("علي‌ آبادي ۲") == "علیابادی2")
    #expect(PersianText.nameKey("علی") != PersianText.nameKey("عالی"))
  }

  @Test(arguments: [
    ("سید علی موسوی", "علیموسوی"), ("سيّد\u{200C}علی", "علی"), ("دکتر مهندس حاج رضا", "رضا"), ("سیده مریم", "مریم"),
    ("سیدعلی", "سیدعلی"), ("سید", "سید"), ("دکتر سید", "سید"), ("حاجی رضا", "حاجیرضا"), ("", ""),
  ])
  func `titles fall off the second name key`(name: String, key: String) {
    #expect(PersianText.nameKeyWithoutTitle(name) == key)
  }

  @Test func `presentation forms unfold as NFKC does`() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0xFE80...0xFEFC, 0xFB50...0xFB51, 0xFB56...0xFB59, 0xFB7A...0xFB7D, 0xFB8A...0xFB8B, 0xFB8E...0xFB95,
      0xFBA4...0xFBAD, 0xFBE8...0xFBE9, 0xFBFC...0xFBFF, 0xFDF2...0xFDF2, 0xFDFC...0xFDFC,
    ]
    for value in ranges.joined() {
      let form = String(try #require(Unicode.Scalar(value)))
      let plain = form.precomposedStringWithCompatibilityMapping
      #expect(plain != form)
      #expect(bytes(PersianText.stored(form)) == bytes(PersianText.stored(plain)), "\(String(value, radix: 16))")
    }
    #expect(PersianText.stored("م\u{FE7C}") == "م\u{651}")
  }

  @Test func `digits change script and nothing else changes`() {
    #expect(PersianText.asciiDigits("ب۱٢3‌ي") == "ب123‌ي")
    #expect(PersianText.persianDigits("a1٢۳") == "a۱۲۳")
  }

  @Test(arguments: ["\u{FDF2}", "\u{FDFC}", "\u{23A}", "\u{FEF5}", "é ", "\u{10FFFF}", "\u{200C}a", "1"])
  func `what grows most while it is folded still fits`(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    let stored = PersianText.stored(text)
    #expect(stored.utf8.count >= 3_000)
    #expect(PersianText.searchKey(text).utf8.count >= 3_000)
    #expect(PersianText.nameKey(text).utf8.count >= 3_000)
    #expect(PersianText.sortKey(text).count >= 3_000)
    #expect(PersianText.persianDigits(text).utf8.count >= 3_000)
    #expect(PersianText.sortKey(stored) == PersianText.sortKey(text))
  }

  @Test func `any text at all can be folded`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        let value = UInt32.random(in: 0...(Bool.random(using: &generator) ? 0x6FF : 0x10FFFF), using: &generator)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let raw = String(text)
      let stored = PersianText.stored(raw)
      #expect(PersianText.stored(stored) == stored)
      #expect(PersianText.searchKey(stored) == PersianText.searchKey(PersianText.searchKey(raw)))
      #expect(PersianText.nameKey(stored) == PersianText.nameKey(raw))
      #expect(PersianText.sortKey(stored) == PersianText.sortKey(raw))
      #expect(PersianText.displayWidth(raw) >= 0)
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
