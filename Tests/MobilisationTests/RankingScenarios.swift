import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Needs and their ranking` {
  let town: Town

  init() throws { town = try Town() }

  private func report(as principal: Principal? = nil) throws -> Value {
    try town.store.ask("mobilisation.ranking", .record(["ranking": 1]), as: principal ?? town.observer)
  }

  private func start(_ criteria: Value, as principal: Principal? = nil) throws -> Value {
    try town.store.run(
      "mobilisation.start-ranking",
      .record(["neighbourhood": 1, "method": "weightedCriteria", "criteria": criteria]), as: principal ?? town.officer)
  }

  @Test func `a need is recorded once, however it is spelled`() throws {
    try town.need("کتابخانه")
    #expect(refusal { try town.need("كتابخانه") } == ["conflict.exists"])
    #expect(refusal { try town.need(" ") } == ["field.empty"])
    #expect(refusal { try town.need("پارک", in: 4) } == ["not-found"])
    let found = try town.store.ask("mobilisation.needs", .record(["search": "كتاب"]), as: town.observer)
    #expect(found["items"]?.items.count == 1)
    #expect(try town.store.ask("mobilisation.need", .record(["need": 1]), as: town.officer)["title"] == "کتابخانه")
    #expect(try town.store.ask("mobilisation.needs", as: town.kurdistan)["items"] == .list([]))
    #expect(
      refusal { try town.store.ask("mobilisation.need", .record(["need": 1]), as: town.kurdistan) } == ["not-found"])
  }

  @Test func `without criteria the standard ones stand`() throws {
    let ranking = try start(.null)
    #expect(ranking["code"] == "NR-27-1405-0001")
    #expect(ranking["criteria"]?.items.map { $0["weight"] } == [30, 25, 20, 15, 10])
    #expect(refusal { try start(.null) } == ["conflict.exists"])
  }

  @Test func `criteria have names and weights on the scale, and are few`() throws {
    let wrong: Value = [
      .record(["name": " ", "weight": 101]), .record(["name": "کی", "weight": 0]),
      .record(["name": "كي", "weight": 5]),
    ]
    #expect(
      refusal { try start(wrong) } == [
        "mobilisation.criterion-unnamed", "mobilisation.criterion-weight", "mobilisation.criterion-weight",
        "mobilisation.criterion-twice",
      ])
    #expect(refusal { try start([.record(["name": "یک", "weight": 5])]) } == ["mobilisation.criteria-number"])
    #expect(refusingRule { try start([.record(["name": "یک", "weight": 5])]) } == "mobilisation.ranking-criteria")
    let many = Value.list((1...13).map { .record(["name": .text("c\($0)"), "weight": 1]) })
    #expect(refusal { try start(many) } == ["mobilisation.criteria-number"])
  }

  @Test func `scores are on the scale, of this place, by known criteria`() throws {
    try town.ranking()
    try town.need("پل", in: 2)
    #expect(
      refusal { try town.score(4, "زیبایی", 101) } == [
        "mobilisation.need-elsewhere", "mobilisation.criterion-unknown", "mobilisation.score-off-scale",
      ])
    #expect(refusal { try town.score(1, "severity", -1) } == ["mobilisation.score-off-scale"])
    try town.score(1, "severity", 10)
    #expect(try town.score(1, "severity", 20)["id"] == 1)
  }

  @Test func `an unfinished ranking has no ranks and is not locked`() throws {
    try town.ranking()
    try town.score(1, "severity", 10)
    let open = try report()
    #expect(open["isComplete"] == false && open["needs"]?.items.first?["rank"] == .null)
    #expect(
      refusal { try town.lock(decision: " ") } == Array(repeating: "mobilisation.ranking-unscored", count: 5) + [
        "mobilisation.ranking-no-decision"
      ])
  }

  @Test func `one need is no ranking`() throws {
    try town.need("پل")
    _ = try start([.record(["name": "a", "weight": 1]), .record(["name": "b", "weight": 1])])
    try town.score(1, "a", 1)
    try town.score(1, "b", 1)
    #expect(refusal { try town.lock() } == ["mobilisation.ranking-too-few-needs"])
    #expect(refusingRule { try town.lock() } == "mobilisation.ranking-complete")
  }

  @Test func `whoever scored or started may not lock`() throws {
    try town.ranking()
    try town.scoreAll()
    try town.score(1, "severity", 50, as: town.deputy)
    #expect(refusal { try town.lock() } == ["registry.same-hands"])
    #expect(refusal { try town.lock(as: town.officer) } == ["registry.same-hands"])
    #expect(refusal { try town.lock(as: town.desk) } == ["permission.missing"])
    #expect(try town.lock(as: Principal.test(.preventionDeputy, number: 8))["ranking"]?["state"] == "locked")
  }

  @Test func `totals, ranks, ties and the smallest change come out of the inputs`() throws {
    try town.ranking()
    try town.scoreAll()
    let locked = try town.lock()
    let lines = locked["needs"]?.items ?? []
    #expect(lines.map { $0["total"] } == [230, 230, 210])
    #expect(lines.map { $0["rank"] } == [1, 1, 3])
    #expect(lines.map { $0["isTied"] } == [true, true, false])
    #expect(locked["criteria"]?.items.map { $0["en"] } == ["severity", "هزینه"])
    // At a tie one point less for the first is enough.
    let smallest = locked["smallestChange"]
    #expect(smallest?["criterion"] == "severity" && smallest?["from"] == 50 && smallest?["to"] == 49)
    #expect(smallest?["need"] == 1 && smallest?["needRef"]?["code"] == "NE-1")
    #expect(smallest?["winner"] == 3 && smallest?["winnerRef"] == .record(["code": "NE-3", "name": "درمانگاه"]))
    #expect(smallest?["alsoFirst"] == .list([]))
    #expect(locked["canWeightChangeFirst"] == true && locked["canScoreChangeFirst"] == true)
    #expect(locked["isAsLocked"] == true)
    #expect(try report() == locked)
  }

  @Test func `a ranking that no weight can turn says so, and what would only bring level`() throws {
    try town.ranking()
    // 300 and twice 0 by the first criterion; the second parts nobody.
    for (need, score) in [(1, 100), (2, 0), (3, 0)] as [(Int64, Int64)] {
      try town.score(need, "severity", score)
      try town.score(need, "هزینه", 40)
    }
    let locked = try town.lock()
    #expect(locked["canWeightChangeFirst"] == false)
    let level = locked["levelChanges"]?.items.first { $0["need"] == .null }
    #expect(level?["criterion"] == "severity" && level?["to"] == 0 && level?["winner"] == 1 && level?["alsoFirst"] == [2, 3])
    let said = locked["sentences"]?.items.compactMap { $0["en"]?.string } ?? []
    #expect(said.contains { $0.contains("only brings level: “روشنایی کوچه”, “کتابخانه”, “درمانگاه”.") }, "\(said)")
  }

  @Test func `after the lock nothing changes and new needs wait for the next ranking`() throws {
    try town.ranking()
    try town.scoreAll()
    let locked = try town.lock()
    #expect(refusal { try town.score(1, "severity", 99) } == ["mobilisation.ranking-locked"])
    #expect(refusal { try town.lock() } == ["mobilisation.ranking-locked"])
    try town.need("پل عابر")
    #expect(try report() == locked)
    #expect(try start(.null)["code"] == "NR-27-1405-0002")
    let list = try town.store.ask("mobilisation.rankings", .record(["state": "locked"]), as: town.officer)
    #expect(list["items"]?.items.count == 1)
  }

  @Test func `the contract hands out locked rankings only`() throws {
    try town.ranking()
    try town.scoreAll()
    func ask(as principal: Principal) throws -> RankingFacts {
      try town.store.snapshot(as: principal) { try $0.lockedRanking(.code("NR-27-1405-0001")) }
    }
    #expect(refusal { try ask(as: town.officer) } == ["mobilisation.ranking-open"])
    try town.lock()
    let facts = try ask(as: town.officer)
    #expect(facts.needs.map(\.title) == ["روشنایی کوچه", "درمانگاه", "کتابخانه"] && facts.needs.map(\.rank) == [1, 1, 3])
    #expect(facts.lockedOn == town.store.day)
    #expect(refusal { try ask(as: town.kurdistan) } == ["not-found"])
  }

  @Test func `another province neither scores nor locks nor sees`() throws {
    try town.ranking()
    try town.scoreAll()
    #expect(refusal { try town.score(1, "severity", 1, as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try town.lock(as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try report(as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try start(.null, as: town.kurdistan) } == ["not-found"])
    #expect(try town.store.ask("mobilisation.rankings", as: town.kurdistan)["items"] == .list([]))
  }
}

@Suite struct `A sheet of scores` {
  let town: Town

  init() throws {
    town = try Town()
    try town.ranking()
  }

  private func scores() throws -> [[Value]] {
    let report = try town.store.ask("mobilisation.ranking", .record(["ranking": 1]), as: town.observer)
    return (report["needs"]?.items ?? []).map { [$0["title"] ?? .null, $0["total"] ?? .null] }
  }

  @Test func `has a row a need, a column a criterion, and the ranking is given once`() throws {
    let csv = "نیاز,severity,هزینه\nNE-1,50,۴۰\nکتابخانه,30,\nNE-3,50,40\n"
    let report = try town.store.bring("mobilisation.score-need", csv, given: ["ranking=NR-27-1405-0001"], as: town.desk)
    #expect(report.refused.isEmpty && report.rows == 5 && report.changed == 5, "\(report.causes)")
    #expect(try town.store.runtime.folder.rows("SELECT count(*) FROM mobilisation_score") == [[5]])
    try town.score(2, "هزینه", 60)
    try town.lock()
  }

  @Test func `is kept as a whole or not at all, and says row and column`() throws {
    let csv = "need,severity,هزینه\nNE-1,50,40\nNE-2,130,x\n"
    let report = try town.store.bring("mobilisation.score-need", csv, given: ["ranking=1"], as: town.desk)
    #expect(report.refused.map(\.row) == [3, 3] && report.kept == 0)
    #expect(report.causes.contains { $0.texts.en.contains("Column \"هزینه\"") }, "\(report.causes)")
    #expect(try town.store.runtime.folder.rows("SELECT count(*) FROM mobilisation_score") == [[0]])
    let strange = refusal {
      _ = try town.store.bring("mobilisation.score-need", "need,severity\nNE-1,5\n", given: ["rank=1"], as: town.desk)
    }
    #expect(strange == ["import.column"])
  }

  @Test func `may have one score a row as well`() throws {
    let csv = "اولویت‌بندی,نیاز,معیار,امتیاز\nNR-27-1405-0001,NE-1,severity,50\n"
    #expect(try town.store.bring("mobilisation.score-need", csv, as: town.desk).changed == 1)
  }
}
