import Contracts
import Feature

/// Enters what somebody says against the decision that stands against a thing.
struct RaiseObjection: Action {
  var object: String
  var grounds: Personal<String>
  var channel: Channel
  var objectedOn: JalaliDay?

  static let spec = Spec(
    "objections.raise", "ثبت اعتراض", "Enter an objection", .post, "/objections", permission: .objectionsWrite,
    fields: [
      "object": ("دربارهٔ چه: نام یا کد", "about what: a name or code"), "grounds": ("متن اعتراض", "what is objected"),
      "channel": ("از چه راهی رسید", "how it came"),
      "objectedOn": ("روز اعتراض؛ پیش‌فرض امروز", "day of the objection; today when left out"),
    ], examples: ["object": "GR-27-1403-0001"])

  func perform(in work: borrowing Transaction) throws -> Objection {
    try RaiseObjection.raise(
      .init(grounds: grounds, channel: channel, objectedOn: objectedOn), against: object, at: "/object", in: work)
  }

  /// - Parameter pointer: the field that names the thing.
  static func raise(
    _ raised: RaisedObjection, against object: String, at pointer: String, in work: borrowing Transaction
  ) throws -> Objection {
    let thing = try ContestedThing(named: object, at: pointer, in: work.snapshot)
    let decision = try thing.standing(at: pointer) { try work.objection(to: $0) != nil }
    if let known = try work.objection(to: decision) {
      throw Refusal.conflict(
        "objections.objected-already",
        Texts("به این تصمیم یک بار اعتراض شده است: \(known.code)", "This decision was objected to once already: \(known.code)."))
    }
    let handedOver = try work.first(HandOver.self, "decision = ?", decision.name)
    let objectedOn = raised.objectedOn ?? work.day
    let facts = ObjectionTerm.Facts(takenOn: decision.takenOn, handedOverOn: handedOver?.handedOverOn, objectedOn: objectedOn)
    switch decision.party {
    case .citizen: try work.require(ObjectionTerm.self, facts, in: thing.province)
    case .institute:
      try work.require(InstituteObjectionTerm.self, facts, in: thing.province)
      // What is entered late is late for institutes too; how long they have is the other rule's.
      try work.require(
        ObjectionTerm.self, .init(takenOn: facts.takenOn, handedOverOn: nil, objectedOn: objectedOn), in: thing.province)
    }
    let days = try work.parameters(of: ObjectionTerm.self, in: thing.province).daysToDecide
    var row = try work.insert(
      Objection(
        province: thing.province, county: thing.county, object: ThingName(thing.name), decision: ThingName(decision.name),
        decisionFa: decision.texts.fa, decisionEn: decision.texts.en, objectedOn: objectedOn, channel: raised.channel,
        grounds: try written(raised.grounds, at: "/grounds"), superiors: decision.posts, due: objectedOn))
    row.due = try work.openDeadline(
      Objection.clock, for: row.name, in: thing.province, from: objectedOn, days: days, rule: .calendar,
      texts: Texts(
        "تصمیم دربارهٔ اعتراض \(row.code): \(decision.texts.fa)", "decide on the objection \(row.code): \(decision.texts.en)"),
      roles: decision.superiors)
    try work.settleHandOver(of: decision.name, by: .object)
    try thing.share.stay(decision, of: thing.row, work: work)
    return try work.update(row)
  }
}

/// Takes an objection back: entered by mistake, or whoever objected no longer wants it. They may object again while there is time.
/// Nobody who took the decision does so.
struct WithdrawObjection: Action {
  var objection: Ref<ObjectionEntity>
  var reason: Personal<String>

  static let spec = Spec(
    "objections.withdraw", "پس‌گرفتن اعتراض", "Withdraw an objection", .post, "/objections/{objection}/withdrawal",
    permission: .objectionsWrite, weight: .serious,
    fields: ["objection": ("اعتراض", "the objection"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Objection {
    var row = try work.require(Objection.self, objection)
    try work.move(&row, by: .withdraw)
    row.answer = try written(reason, at: "/reason")
    row.decidedOn = work.day
    let thing = try ContestedThing(named: row.object.text, in: work.snapshot)
    try work.requireNoHand(inDecisionOf: row)
    if let decision = thing.decision(named: row.decision) { try thing.share.confirm(decision, of: thing.row, work: work) }
    try work.meetDeadline(Objection.clock, for: row.name)
    return try work.update(row)
  }
}
