import Foundation
import Persian
import Testing

@Suite struct RialTests {
  @Test(arguments: [
    (0, "صفر ریال", "zero rials"), (1, "یک ریال", "one rial"), (6_000_000, "شش میلیون ریال", "six million rials"),
    (1_000, "یک هزار ریال", "one thousand rials"), (115, "یکصد و پانزده ریال", "one hundred fifteen rials"),
    (
      1_234_567, "یک میلیون و دویست و سی و چهار هزار و پانصد و شصت و هفت ریال",
      "one million two hundred thirty-four thousand five hundred sixty-seven rials"
    ), (18_000_000_000, "هجده میلیارد ریال", "eighteen billion rials"), (-20, "منفی بیست ریال", "minus twenty rials"),
    (1_500_000_000_000, "یک تریلیون و پانصد میلیارد ریال", "one trillion five hundred billion rials"),
  ])
  func `amounts in words`(amount: Int64, fa: String, en: String) {
    #expect(Rial(amount).wordsFa == fa)
    #expect(Rial(amount).wordsEn == en)
  }

  @Test func `amounts in grouped digits`() {
    #expect(Rial(6_000_000).digitsFa == "۶٬۰۰۰٬۰۰۰ ریال")
    #expect(Rial(6_000_000).digitsEn == "6,000,000 rials")
    #expect(Rial(999).digitsEn == "999 rials")
    #expect(Rial(-1_000).digitsFa == "-۱٬۰۰۰ ریال")
    #expect(Rial(.min).digitsEn == "-9,223,372,036,854,775,808 rials")
    #expect(Rial(.min).wordsEn.hasPrefix("minus nine quintillion two hundred twenty-three quadrillion"))
  }

  @Test(
    arguments: [
      ("6000000", 6_000_000), ("6,000,000", 6_000_000), ("۶٬۰۰۰٬۰۰۰ ریال", 6_000_000), ("٦٬٠٠٠٬٠٠٠", 6_000_000),
      ("۶۰۰۰۰۰۰﷼", 6_000_000), ("6,000,000 IRR", 6_000_000), ("1 rial", 1), ("0", 0), ("-1,000", -1_000),
      (" ۵۰۰ ريال ", 500), ("-9223372036854775808", .min), ("9223372036854775807", .max),
    ] as [(String, Int64)])
  func `readable amounts`(text: String, amount: Int64) throws {
    #expect(try Rial(parsing: text).amount == amount)
  }

  @Test(arguments: [
    ("", "rial.unreadable"), ("ریال", "rial.unreadable"), ("6.5", "rial.unreadable"), ("۶٫۵", "rial.unreadable"),
    ("6,00", "rial.unreadable"), ("6,0000", "rial.unreadable"), ("1234,567", "rial.unreadable"),
    (",100", "rial.unreadable"),
    ("100٬", "rial.unreadable"), ("6e6", "rial.unreadable"), ("--1", "rial.unreadable"), ("1 000", "rial.unreadable"),
    ("۶۰۰ تومان", "rial.toman"), ("9223372036854775808", "rial.overflow"), ("99999999999999999999999", "rial.overflow"),
  ])
  func `unreadable amounts`(text: String, code: String) {
    #expect(fault { _ = try Rial(parsing: text) }?.code == code)
  }

  @Test func `sums and products that do not fit are refused`() throws {
    #expect(try Rial(6_000_000).multiplied(by: 3_000) == Rial(18_000_000_000))
    #expect(try Rial(2).adding(Rial(3)).subtracting(Rial(6)) == Rial(-1))
    #expect(fault { _ = try Rial(.max).adding(Rial(1)) }?.code == "rial.overflow")
    #expect(fault { _ = try Rial(.min).subtracting(Rial(1)) }?.code == "rial.overflow")
    #expect(fault { _ = try Rial(.max).multiplied(by: 2) }?.code == "rial.overflow")
    #expect(Rial(1) < Rial(2))
  }
}
