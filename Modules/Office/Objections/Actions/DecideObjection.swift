import Contracts
import Feature

/// The superior answers an objection: never whoever took or prepared the decision, or entered the objection. Upheld, the
/// decision is undone; one that was undone meanwhile is answered all the same, and nothing more happens.
struct DecideObjection: ApprovingAction {
  var objection: Ref<ObjectionEntity>
  var isUpheld: Bool
  var answer: Secret<String>

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
    let isStanding = thing.decision?.name == row.decision.text
    if isStanding, let decision = thing.decision {
      try work.require(
        Superior.self, .init(superiors: decision.superiors.map(\.id), held: rolesHeld(in: row, by: work.principal)), in: row.province)
    }
    try work.requireSeparationOfDuties(on: row)
    try thing.decisions.requireOtherHands(in: thing.row, work: work)
    let words = try written(answer, at: "/answer")
    work.setReason(words.content)
    row.answer = words
    row.decidedOn = work.day
    if isStanding {
      if isUpheld {
        try thing.decisions.overturn(thing.row, work: work)
      } else {
        try thing.decisions.confirm(thing.row, work: work)
      }
    }
    try work.meetDeadline(Objection.clock, for: row.name)
    return try work.update(row)
  }

  private func rolesHeld(in row: Objection, by principal: Principal) -> [String] {
    principal.grants.filter { $0.scope.shows(province: row.province.code, county: row.county?.raw) }.map(\.role)
  }
}
