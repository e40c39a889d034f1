import Contracts
import Feature

/// The superior answers an objection: never whoever took or prepared the decision, or entered the objection. Upheld, the
/// decision is undone; one that was undone meanwhile is answered all the same, and nothing more happens.
struct DecideObjection: ApprovingAction {
  var objection: Ref<ObjectionEntity>
  var isUpheld: Bool
  var answer: Personal<String>

  static let spec = Spec(
    "objections.decide", "تصمیم دربارهٔ اعتراض", "Decide on an objection", .post, "/objections/{objection}/decision",
    permission: .objectionsDecide, weight: .serious,
    fields: [
      "objection": ("اعتراض", "the objection"), "isUpheld": ("اعتراض پذیرفته است", "whether it is upheld"),
      "answer": ("متن تصمیم با علت", "the answer with its reasons"),
    ])

  func perform(in work: borrowing Transaction) throws -> Objection {
    var row = try work.require(Objection.self, objection)
    try work.move(&row, by: isUpheld ? .uphold : .reject)
    let thing = try ContestedThing(named: row.object.text, in: work.snapshot)
    let decision = thing.decision(named: row.decision)
    try work.require(
      Superior.self, .init(superiors: row.superiors.map(\.rawValue), held: work.principal.rolesHeld(over: row)), in: row.province)
    try work.requireSeparationOfDuties(on: row)
    try work.requireNoHand(inDecisionOf: row)
    if let decision { try thing.share.requireOtherHands(than: decision, in: thing.row, work: work) }
    let words = try written(answer, at: "/answer")
    work.setReason(words.content)
    row.answer = words
    row.decidedOn = work.day
    if let decision, isUpheld { try thing.share.overturn(decision, of: thing.row, work: work) }
    if let decision, !isUpheld { try thing.share.confirm(decision, of: thing.row, work: work) }
    try work.meetDeadline(Objection.clock, for: row.name)
    return try work.update(row)
  }
}

extension Principal {
  /// The posts held in the place of an objection.
  func rolesHeld(over row: Objection) -> [String] {
    grants.filter { $0.scope.shows(province: row.province.code, county: row.county?.raw) }.map(\.role)
  }
}

extension Transaction {
  /// Refuses whoever took the decision, also one that was undone meanwhile.
  func requireNoHand(inDecisionOf row: Objection) throws {
    try requireSeparationOfDuties(onObject: row.decision.text, in: row.province)
  }
}
