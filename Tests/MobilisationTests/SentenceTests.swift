import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Mobilisation

@Suite struct `A ranking in words` {
  private func said(_ town: Town, _ language: String) throws -> [String] {
    let report = try town.store.ask("mobilisation.ranking", .record(["ranking": 1]), as: town.observer)
    return (report["sentences"]?.items ?? []).compactMap { $0[language]?.string }
  }

  @Test func `while scores are missing there is no order`() throws {
    let town = try Town()
    try town.ranking()
    #expect(
      try said(town, "en") == ["NR-27-1405-0001: 3 needs by 2 criteria; open.", "Scores are still missing, so there is no order yet."])
    #expect(try said(town, "fa") == ["NR-27-1405-0001: ۳ نیاز با ۲ معیار؛ باز.", "هنوز همهٔ امتیازها داده نشده و ترتیبی نیست."])
  }

  @Test func `a locked one says who is first, what little would change it, and that the rows are those of the lock`() throws {
    let town = try Town()
    try town.ranking()
    try town.scoreAll()
    try town.lock()
    let (en, fa) = (try said(town, "en"), try said(town, "fa"))
    #expect(en.count == 4 && fa.count == 4)
    #expect(en[0] == "NR-27-1405-0001: 3 needs by 2 criteria; locked on 1405/02/01.")
    #expect(fa[0] == "NR-27-1405-0001: ۳ نیاز با ۲ معیار؛ در ۱۴۰۵/۰۲/۰۱ قفل شد.")
    #expect(en[1].hasPrefix("First together: “") && en[1].hasSuffix(", with a total of 230."))
    #expect(fa[1].hasPrefix("نخست با هم: «") && fa[1].hasSuffix("» با امتیاز ۲۳۰."))
    #expect(en[2].contains("in “severity” from 50 to 49; “درمانگاه” would then be first."), "\(en[2])")
    #expect(fa[2].contains("از ۵۰ به ۴۹؛ آنگاه «درمانگاه» نخست است."), "\(fa[2])")
    #expect(en[3] == "The rows are those of the lock." && fa[3] == "ردیف‌ها همان است که هنگام قفل بود.")
  }
}
