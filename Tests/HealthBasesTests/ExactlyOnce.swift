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

@Suite struct `Exactly once` {
  /// More than two batches of the night; `HAMYAR_NIGHT_SIZE=10000` measures a national one.
  static let size = ProcessInfo.processInfo.environment["HAMYAR_NIGHT_SIZE"].flatMap(Int.init) ?? 450

  @Test func `a night that was killed goes on, and every agreement has one outcome`() throws {
    let road = try BaseRoad()
    _ = try road.institute()
    try road.store.transaction(as: road.officer) { try seed(Self.size, in: $0) }
    road.store.day = try JalaliDay(1406, 1, 1)
    for _ in 0..<10 { try road.store.transaction(as: road.officer) { try settle(10, in: $0) } }
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
    let road = try BaseRoad()
    _ = try road.agree()
    try road.night(1406, 1, 1)
    // Goes around the look that `settle` takes first: only the database is left to refuse.
    let twice = refusal {
      try road.store.transaction(as: road.officer) { work in
        let row = try work.require(Agreement.self, .row(1))
        try work.insert(
          AgreementOutcome(
            province: row.province, agreement: row.id, year: row.ends.adding(days: 1).year, kind: .lapsed, reasons: [],
            settledOn: work.day))
      }
    }
    #expect(twice == ["conflict.exists"])
  }
}

/// Writes many bases, two of three with an approved agreement.
private func seed(_ count: Int, in work: borrowing Transaction) throws {
  let golestan = try Province(parsing: "IR-27")
  for place in 0..<count {
    let base = try work.insert(
      HealthBase(
        province: golestan, institute: ID(1), neighbourhood: ID(Int64(place) + 1), name: "پایگاه", state: .proposed,
        experience: "س", personnel: [], admittedOn: work.day), standing: .admitted)
    var agreement = try work.insertAgreement(for: base, starts: work.day)
    guard place % 3 > 0 else { continue }
    agreement.decision = .approved
    agreement.decidedOn = work.day
    try work.update(agreement)
  }
}

/// Settles some of them twice, as a night that is killed and begins again.
private func settle(_ count: Int, in work: borrowing Transaction) throws {
  let rows = try RenewAgreements.due(on: work.day, after: 0, limit: count, in: work.snapshot)
  for row in rows { try RenewAgreements.settle(row, in: work) }
  for row in rows { try RenewAgreements.settle(row, in: work) }
}
