import Foundation
import Persian
import Testing

@Suite struct SortKeyTests {
  private func sorted(_ words: [String]) -> [String] {
    words.sorted { PersianText.sortKey($0).lexicographicallyPrecedes(PersianText.sortKey($1)) }
  }

  @Test func `the sample that plain SQLite puts in a wrong order stands in the order of the alphabet`() {
    let sample = ["هرمز", "وراوی", "پروانه", "چابهار", "ژاله", "کرمان", "گرگان", "یزد"]
    #expect(
      sorted(sample.reversed()) == ["پروانه", "چابهار", "ژاله", "کرمان", "گرگان", "وراوی", "هرمز", "یزد"])
  }

  @Test func `the order is the one of the Persian locale`() {
    let names = [
      "آمل", "احمد", "باقر", "پرویز", "ترانه", "ثریا", "جواد", "چنگیز", "حسن", "خسرو", "داود", "ذبیح", "رضا", "زهرا",
      "ژیلا", "سارا", "شیرین", "صادق", "ضحی", "طاهره", "ظفر", "عباس", "غلام", "فاطمه", "قاسم", "کاوه", "گیتی", "لیلا",
      "مریم", "نادر", "وحید", "هادی", "یاسر",
    ]
    #expect(sorted(names.shuffled()) == names)
    let locale = Locale(identifier: "fa_IR")
    #expect(names.shuffled().sorted { $0.compare($1, locale: locale) == .orderedAscending } == names)
  }

  @Test func `space comes first, then digits, Latin and Persian`() {
    let words = ["علی", "علی آباد", "علیپور"]
    #expect(sorted(words.reversed()) == words)
    #expect(sorted(["ب", "b", "۲", "1", "-", "A"]) == ["-", "1", "۲", "A", "b", "ب"])
  }

  @Test func `marks, half-spaces, case and Arabic letters do not count`() {
    #expect(PersianText.sortKey("محمّد") == PersianText.sortKey("محمد"))
    #expect(PersianText.sortKey("علی\u{200C}پور") == PersianText.sortKey("عليپور"))
    #expect(PersianText.sortKey(" Ali ") == PersianText.sortKey("aLI"))
    #expect(PersianText.sortKey("آ") != PersianText.sortKey("ا"))
    #expect(PersianText.sortKey("مؤمن") == PersianText.sortKey("مومن"))
  }
}
