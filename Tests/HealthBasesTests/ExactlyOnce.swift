import Contracts
import Foundation
@testable import HealthBases
import Jalali
import Persian
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// Writes many bases with an approved agreement at once, and settles some of them as a night that is then killed.
private struct BenchModule: FeatureModule {
  static let module = Module("bench", "سنجش", "bench", after: ["healthbases"], actions: actions)
  static var actions: [any Action.Type] { [Seed.self, SettleSome.self, SettleTwice.self] }

  struct Seed: Action {
    var count: Int
    static let spec = Spec("bench.seed", "کاشت", "Seed", .post, "/bench/seed", permission: .oneself)

    func perform(in work: borrowing Transaction) throws -> Done {
      guard let golestan = Province(number: 27) else { return Done() }
      for place in 0..<count {
        let base = try work.insert(
          HealthBase(
            province: golestan, institute: ID(1), neighbourhood: ID(Int64(place) + 1), name: "پایگاه", state: .admitted,
            experience: "س", personnel: [], admittedOn: work.day))
        var agreement = try work.insertAgreement(for: base, starts: work.day)
        guard place % 3 > 0 else { continue }
        agreement.decision = .approved
        agreement.decidedOn = work.day
        try work.update(agreement)
      }
      return Done()
    }
  }

  struct SettleSome: Action {
    var count: Int
    static let spec = Spec("bench.settle", "تسویه", "Settle", .post, "/bench/settle", permission: .oneself)

    func perform(in work: borrowing Transaction) throws -> Done {
      let rows = try RenewAgreements.due(on: work.day, after: 0, limit: count, in: work.snapshot)
      for row in rows { try RenewAgreements.settle(row, in: work) }
      for row in rows { try RenewAgreements.settle(row, in: work) }
      return Done()
    }
  }

  /// Goes around the look that `settle` takes first: only the database is left to refuse.
  struct SettleTwice: Action {
    var agreement: Ref<AgreementEntity>
    static let spec = Spec("bench.twice", "دوباره", "Twice", .post, "/bench/twice", permission: .oneself)

    func perform(in work: borrowing Transaction) throws -> Outcome {
      let row = try work.require(Agreement.self, agreement)
      return try work.insert(
        Outcome(
          province: row.province, agreement: row.id, year: row.ends.adding(days: 1).year, kind: .lapsed, reasons: [],
          settledOn: work.day))
    }
  }
}

@Suite struct `Exactly once` {
  /// More than two batches of the night; `HAMYAR_NIGHT_SIZE=10000` measures a national one.
  static let size = ProcessInfo.processInfo.environment["HAMYAR_NIGHT_SIZE"].flatMap(Int.init) ?? 450

  @Test func `a night that was killed goes on, and every agreement has one outcome`() throws {
    let road = try BaseRoad([BenchModule.self])
    _ = try road.institute()
    try road.store.run("bench.seed", .record(["count": .int(Int64(Self.size))]), as: road.officer)
    road.store.day = try JalaliDay(1406, 1, 1)
    for _ in 0..<10 { try road.store.run("bench.settle", .record(["count": 10]), as: road.officer) }
    #expect(try road.proof(1406)["isProven"] == false)
    let clock = ContinuousClock()
    let time = try clock.measure { try road.store.night(try JalaliDay(1406, 1, 1)) }
    if Self.size > 1000 { print("night of \(Self.size) agreements: \(time)") }
    let proof = try road.proof(1406)
    #expect(proof["isProven"] == true)
    #expect(proof["ended"] == .int(Int64(Self.size)))
    #expect(proof["renewed"] == .int(Int64(Self.size - (Self.size + 2) / 3)))
    try road.store.night(try JalaliDay(1406, 1, 2))
    #expect(try road.proof(1406) == proof)
  }

  @Test func `the database refuses a second outcome of an agreement`() throws {
    let road = try BaseRoad([BenchModule.self])
    let agreement = try road.agree()
    try road.night(1406, 1, 1)
    let refusal = #expect(throws: Refusal.self) {
      try road.store.run("bench.twice", .record(["agreement": agreement]), as: road.officer)
    }
    #expect(refusal?.code == "conflict.exists")
  }
}
