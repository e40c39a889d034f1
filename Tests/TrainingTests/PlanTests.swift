import Contracts
import Engine
import Feature
import TestKit
import Testing
@testable import Training
import Values

@Suite struct `The national plan` {
  let academy: Academy

  init() throws { academy = try Academy() }

  private func set(_ shares: [(String, Int64)], as principal: Principal? = nil) throws -> Value {
    try academy.store.run(
      "training.set-plan",
      .record([
        "year": 1405,
        "shares": .list(shares.map { .record(["province": .text($0.0), "number": .int($0.1)]) }),
      ]), as: principal ?? academy.nation)
  }

  @Test func `the shares sum to three thousand`() throws {
    #expect(try set([("IR-27", 1000), ("IR-12", 2000)])["total"] == 3000)
    #expect(refusal { _ = try set([("IR-27", 1000), ("IR-12", 1999)]) } == ["training.plan-sum"])
    #expect(refusingRule { _ = try set([("IR-27", 1000), ("IR-12", 1999)]) } == "training.national-plan")
    #expect(refusal { _ = try set([("IR-27", 1000), ("IR-27", 2000)]) } == ["training.plan-province-twice"])
    #expect(refusal { _ = try set([("IR-27", 3001), ("IR-12", -1)]) } == ["training.plan-negative"])
    let largest: Int64 = 9_007_199_254_740_991
    #expect(refusal { _ = try set([("IR-27", largest), ("IR-12", largest)]) } == ["training.plan-sum"])
    #expect(refusal { _ = try set([("IR-27", .max), ("IR-12", .max)]) } == ["field.kind", "field.kind"])
    #expect(refusal { _ = try set([("IR-27", 3000)], as: academy.deputy) } == ["permission.missing"])
  }

  @Test func `setting it again replaces every share`() throws {
    _ = try set([("IR-27", 1000), ("IR-12", 2000)])
    _ = try set([("IR-27", 2500), ("IR-00", 500)])
    let nation = try academy.store.ask("training.plan", .record(["year": 1405]), as: academy.nation)
    #expect(nation["planned"] == 3000)
    #expect(nation["lines"]?.items.map { $0["planned"] } == [500, 0, 2500])
    let own = try academy.store.ask("training.plan", .record(["year": 1405]), as: academy.deputy)
    #expect(own["lines"]?.items.map { $0["province"] } == ["IR-27"])
  }
}
