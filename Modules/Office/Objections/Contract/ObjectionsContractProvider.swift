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
    try work.openDeadline(
      HandOver.clock, for: decision.name, in: thing.province, from: work.day,
      days: try work.parameters(of: ObjectionTerm.self, in: thing.province).daysToHandOver, rule: .calendar,
      texts: Texts("ابلاغ: \(decision.texts.fa)", "hand over: \(decision.texts.en)"), roles: Permission.objectionsWrite.holders)
  }

  func endHandOver(of decision: String, work: borrowing Transaction) throws {
    try work.meetDeadline(HandOver.clock, for: decision)
  }
}
