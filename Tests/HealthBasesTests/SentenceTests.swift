import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import HealthBases

@Suite struct `Agreements and renewals in words` {
  private func year(_ ended: Int, _ renewed: Int, _ lapsed: Int, _ held: Int, isProven: Bool) -> Texts {
    ShowRenewals.Output.sentence(1406, ended: ended, renewed: renewed, lapsed: lapsed, held: held, isProven: isProven)
  }

  @Test func `a year says what became of those that ended, one or several, and whether the counts agree`() {
    #expect(
      year(1_203, 1_100, 100, 3, isProven: true)
        == Texts(
          "سال ۱۴۰۶: از ۱٬۲۰۳ توافق‌نامهٔ پایان‌یافته ۱٬۱۰۰ تجدید شد، ۱۰۰ بی‌تجدید ماند و ۳ متوقف است؛ شمارها با هم می‌خوانند.",
          "Year 1406: of 1,203 agreements that ended, 1,100 renewed, 100 lapsed, 3 held; the counts agree."))
    #expect(
      year(1, 0, 0, 0, isProven: false).en == "Year 1406: of 1 agreement that ended, 0 renewed, 0 lapsed, 0 held; the counts do not agree.")
  }

  private func line(_ outcome: OutcomeKind?, _ reasons: [String] = [], successor: String? = nil) throws -> Texts {
    try ShowRenewals.Output.Line(
      agreement: Code("HA-1"), base: Code("HB-1"), province: Province(parsing: "IR-27"), ends: JalaliDay(1405, 12, 29), outcome: outcome,
      reasons: reasons, reasonTexts: [], successor: successor.map { Code($0) }, sentences: []
    ).sentence(on: JalaliDay(1406, 1, 1))
  }

  @Test func `an agreement says its outcome with every reason in words, and no code`() throws {
    #expect(
      try line(.held, ["healthbases.not-licensed", "healthbases.base-suspended"])
        == Texts(
          "HA-1 (HB-1)، روز پایان ۱۴۰۵/۱۲/۲۹: متوقف. پروانهٔ مؤسسه معتبر نبود. پایگاه تعلیق است.",
          "HA-1 (HB-1), last day 1405/12/29: held. The institute's licence was not in force. The base is suspended."))
    #expect(
      try line(.renewed, ["healthbases.module-off"], successor: "HA-2").en
        == "HA-1 (HB-1), last day 1405/12/29: renewed; it had been held. The module is not switched on in this province. New agreement: HA-2."
    )
    #expect(try line(.renewed, successor: "HA-2").en == "HA-1 (HB-1), last day 1405/12/29: renewed. New agreement: HA-2.")
    #expect(try line(nil).fa == "HA-1 (HB-1)، روز پایان ۱۴۰۵/۱۲/۲۹: هنوز تعیین تکلیف نشده است.")
  }

  @Test func `every objection of the renewal has its words by its code`() {
    let all: [Renewal.Objection] = [
      .terminated, .disapproved, .notApproved, .notLicensed(state: .revoked), .baseSuspended, .moduleOff,
      .notDecided(until: .earliest), .notReleased(.earliest), .upheldLate(.earliest),
    ]
    let said = all.map { Renewal.words(for: $0.code) }
    #expect(!said.contains(nil) && Set(said.compactMap { $0?.en }).count == all.count)
    #expect(Renewal.words(for: "healthbases.unheard") == nil)
    #expect(
      OutcomeKind.renewed.sentence(["healthbases.base-suspended"])
        == Texts("تجدیدشده؛ پیش‌تر متوقف بود. پایگاه تعلیق است.", "renewed; it had been held. The base is suspended."))
    #expect(OutcomeKind.renewed.sentence(["healthbases.year-disapproved"]).en.hasPrefix("renewed; an objection was upheld."))
  }

  @Test func `an agreement says how much of each commitment was done, and what became of it`() throws {
    let road = try BaseRoad()
    let agreement = try road.agree()
    for _ in 1...2 { try road.run("record-activity", road.activity(agreement, "assets"), as: road.officer) }
    try road.run("record-activity", road.activity(agreement, "advocacy"), as: road.officer)
    func said() throws -> [Value] {
      try road.store.ask("healthbases.agreement", .record(["agreement": agreement]), as: road.officer)["sentences"]?.items ?? []
    }
    let open = try said()
    #expect(
      open.compactMap { $0["en"]?.string } == [
        "AG-27-1405-0001: agreement of the base HB-27-1405-0001, 1405/02/01 to 1405/12/29, in force; decision on the year: none yet.",
        "Something was done for 2 of 6 commitments: local assets and capacities (2 activities), advocacy and contact with local institutions (1 activity).",
        "Nothing yet for: needs assessment and prioritisation with informants, map of social harms, participatory analysis and planning, collective actions.",
      ])
    #expect(open.first?["fa"]?.string?.hasSuffix("از ۱۴۰۵/۰۲/۰۱ تا ۱۴۰۵/۱۲/۲۹، جاری؛ تصمیم سال: هنوز گرفته نشده.") == true)
    #expect(open[1]["fa"]?.string?.hasPrefix("برای ۲ از ۶ تعهد فعالیتی ثبت شده است: شناسایی دارایی‌ها و ظرفیت‌های محلی (۲ فعالیت)، ") == true)
    try road.night(1406, 1, 1)
    #expect(try said().last?["en"] == "Outcome for 1406: held. The year was not decided by the end of the term.")
    #expect(try said().last?["fa"] == "سرانجام برای سال ۱۴۰۶: متوقف. تا پایان دوره تصمیمی گرفته نشده بود.")
    // 45 days after 1405/12/29 are 1406/02/14, a Tuesday.
    try road.night(1406, 2, 15)
    let proof = try road.proof(1406)
    let row = try #require(proof["agreements"]?.items.first)
    #expect(row["reasons"] == ["healthbases.year-not-decided", "healthbases.year-not-approved"])
    #expect(row["reasonTexts"]?.items.last?["en"] == "The year's activities had not been approved in time.")
    #expect(
      row["sentences"]?.items.first?["en"]?.string?.hasSuffix("not been approved in time. First settled on 1406/01/01, then on 1406/02/15.")
        == true)
    #expect(
      proof["sentences"]?.items.first?["en"] == "Year 1406: of 1 agreement that ended, 0 renewed, 1 lapsed, 0 held; the counts agree.")
  }
}
