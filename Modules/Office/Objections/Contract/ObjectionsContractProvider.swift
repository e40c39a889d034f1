import Contracts
import Feature

struct ObjectionsContractProvider: ObjectionsContract {
  func raise(_ objection: RaisedObjection, against object: String, work: borrowing Transaction) throws -> ObjectionReceipt {
    let row = try RaiseObjection.raise(objection, against: object, at: "", in: work)
    return ObjectionReceipt(code: row.code, decision: row.decision.text, objectedOn: row.objectedOn, due: row.due)
  }

  func awaitHandOver(of object: String, work: borrowing Transaction) throws {
    let thing = try ContestedThing(named: object, in: work.snapshot)
    guard !thing.decisions.isEmpty else { return }
    // One that an objection stays was decided before.
    let decision = try thing.standing { try work.objection(to: $0) != nil }
    guard try work.first(PendingHandOver.self, "decision = ?", decision.name) == nil else { return }
    var pending = try work.insert(
      PendingHandOver(
        province: thing.province, county: thing.county, object: ThingName(thing.name), decision: ThingName(decision.name),
        decisionFa: decision.texts.fa, decisionEn: decision.texts.en, takenOn: decision.takenOn, due: work.day))
    pending.due = try work.openDeadline(
      PendingHandOver.clock, for: pending.name, in: thing.province, from: work.day,
      days: try work.parameters(of: ObjectionTerm.self, in: thing.province).daysToHandOver, rule: .calendar,
      texts: Texts("ابلاغ: \(decision.texts.fa)", "hand over: \(decision.texts.en)"), roles: Permission.objectionsWrite.holders)
    try work.update(pending)
  }

  func endHandOver(of decision: String, work: borrowing Transaction) throws {
    try work.settleHandOver(of: decision, by: .undo)
  }

  func hasObjection(to decision: String, in snapshot: borrowing Snapshot) throws -> Bool {
    try snapshot.first(Objection.self, "decision = ? AND state <> 'withdrawn'", decision) != nil
  }
}
