import Contracts
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// What the database itself refuses, whoever writes.
@Suite struct `Constraints of mobilisation` {
  let town: Town

  init() throws { town = try Town() }

  private func write(_ sql: String) throws { try town.store.path.alter(sql) }

  private func isRefused(_ sql: String, at location: SourceLocation = #_sourceLocation) {
    let fault = #expect(throws: StoreFault.self, sourceLocation: location) { try write(sql) }
    #expect(fault?.kind == .constraint, sourceLocation: location)
  }

  @Test func `a clinic's state and what belongs to it go together`() throws {
    try town.selected()
    isRefused("UPDATE mobilisation_clinic SET state = 'rejected'")
    isRefused("UPDATE mobilisation_clinic SET state = 'placed'")
    isRefused("UPDATE mobilisation_clinic SET choice_due = NULL")
    isRefused("UPDATE mobilisation_clinic SET place_evidence = ''")
    isRefused("UPDATE mobilisation_clinic SET neighbourhood = 99")
  }

  @Test func `one neighbourhood is chosen, and the others have reasons`() throws {
    try town.selected()
    try town.choose()
    isRefused("UPDATE mobilisation_candidate SET rejection_reason = NULL")
    isRefused("UPDATE mobilisation_candidate SET is_chosen = 1, rejection_reason = NULL")
    isRefused("UPDATE mobilisation_candidate SET harm = 101 WHERE id = 1")
  }

  @Test func `a ranking is locked with its decision and digest, and scores stay on the scale`() throws {
    try town.ranking()
    try town.scoreAll()
    isRefused("UPDATE mobilisation_ranking SET state = 'locked'")
    isRefused("UPDATE mobilisation_score SET score = 101")
    isRefused("UPDATE mobilisation_score SET need = 1, criterion = 'severity'")
  }

  @Test func `a score changed behind the system's back shows in the locked ranking`() throws {
    try town.ranking()
    try town.scoreAll()
    try town.lock()
    try write("UPDATE mobilisation_score SET score = 51 WHERE id = 1")
    let report = try town.store.ask("mobilisation.ranking", .record(["ranking": 1]), as: town.officer)
    #expect(report["isAsLocked"] == false)
  }
}
