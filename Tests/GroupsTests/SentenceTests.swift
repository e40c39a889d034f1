import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Groups

@Suite struct `An assessment in words` {
  @Test func `says what was given and how far the round has come, beside the row that it always was`() throws {
    let village = try Village()
    try village.active()
    try village.assess(80, as: village.county)
    func shown() throws -> Value {
      try village.store.ask("groups.assessment", .record(["assessment": 1]), as: village.county)
    }
    let first = try shown()
    #expect(first["id"] == 1 && first["rev"] == 1 && first["groupID"] == 1 && first["total"] == 8000 && first["scores"]?.items.count == 5)
    #expect(
      first["sentences"]?.items.compactMap { $0["en"]?.string } == [
        "Maturity assessment of the group GR-27-1405-0001 on 1405/02/01: 80 of 100 in 5 criteria.",
        "Round 1 of this group is open and has 1 assessment.",
      ])
    try village.assess(75, as: village.officer)
    #expect(
      try shown()["sentences"]?.items.compactMap { $0["fa"]?.string } == [
        "ارزیابی بالندگی گروه GR-27-1405-0001 در ۱۴۰۵/۰۲/۰۱: ۸۰ از ۱۰۰ در ۵ معیار.", "دور ۱ این گروه «کامل» است و ۲ ارزیابی دارد.",
      ])
  }

  @Test func `one criterion is a criterion`() throws {
    let golestan = try Province(parsing: "IR-27")
    let score = MaturityScore(criterion: "a", score: 70, evidence: "…")
    let row = Assessment(
      province: golestan, groupID: ID(1), roundID: ID(1), assessor: "u1", day: try JalaliDay(1405, 2, 1), scores: [score], total: 7050)
    let round = MaturityRound(province: golestan, groupID: ID(1), number: 12, state: .accepted)
    let said = row.sentences(of: "GR-1", round, given: 2)
    #expect(said[0].en == "Maturity assessment of the group GR-1 on 1405/02/01: 70.5 of 100 in 1 criterion.")
    #expect(said[1].en.hasPrefix("Round 12 of this group is ") && said[0].fa.contains("۷۰٫۵ از ۱۰۰"))
  }
}
