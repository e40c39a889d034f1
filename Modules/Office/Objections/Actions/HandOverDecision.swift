import Contracts
import Feature

/// Records that a decision came into the hands of whom it concerns; from that day they have time to object.
struct HandOverDecision: Action {
  var object: String
  var handedOverOn: JalaliDay?
  var manner: HandOverManner
  var recipient: Personal<String>
  var proof: Personal<String>

  static let spec = Spec(
    "objections.hand-over", "ابلاغ تصمیم", "Hand a decision over", .post, "/objections/hand-overs", permission: .objectionsWrite,
    fields: [
      "object": ("دربارهٔ چه: نام یا کد", "about what: a name or code"),
      "handedOverOn": ("روز ابلاغ؛ پیش‌فرض امروز", "day of the hand-over; today when left out"),
      "manner": ("چگونه", "how"), "recipient": ("گیرنده", "into whose hands"),
      "proof": ("سند هویت دیده‌شده یا شمارهٔ نامهٔ سفارشی", "the identity seen, or the number of the registered letter"),
    ], examples: ["object": "GR-27-1403-0001"])

  func perform(in work: borrowing Transaction) throws -> HandOver {
    let thing = try ContestedThing(named: object, in: work.snapshot)
    let decision = try thing.standing {
      try work.first(HandOver.self, "decision = ?", $0.name) != nil || work.objection(to: $0) != nil
    }
    if let known = try work.first(HandOver.self, "decision = ?", decision.name) {
      throw Refusal.conflict(
        "objections.handed-over-already",
        Texts(
          "این تصمیم در \(known.handedOverOn.textFa) ابلاغ شده است؛ اگر نادرست است آن را اصلاح کنید (objections correct-hand-over).",
          "It was handed over on \(known.handedOverOn.text); correct that where it is wrong (objections correct-hand-over)."))
    }
    let day = handedOverOn ?? work.day
    try work.require(HandOverDay.self, .init(takenOn: decision.takenOn, handedOverOn: day), in: thing.province)
    let row = try work.insert(
      HandOver(
        province: thing.province, county: thing.county, object: ThingName(thing.name), decision: ThingName(decision.name),
        handedOverOn: day, manner: manner, recipient: try written(recipient, at: "/recipient"), proof: try written(proof, at: "/proof")))
    try work.settleHandOver(of: decision.name, by: .handOver)
    return row
  }
}

/// Corrects what was entered of a hand-over; both stand in the ledger.
struct CorrectHandOver: Action {
  var handOver: Ref<HandOverEntity>
  var handedOverOn: JalaliDay
  var reason: String

  static let spec = Spec(
    "objections.correct-hand-over", "اصلاح روز ابلاغ", "Correct a hand-over", .post, "/objections/hand-overs/{handOver}/correction",
    permission: .objectionsWrite, weight: .serious,
    fields: [
      "handOver": ("ابلاغ", "the hand-over"), "handedOverOn": ("روز درست ابلاغ", "the true day of the hand-over"),
      "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> HandOver {
    var row = try work.require(HandOver.self, handOver)
    if let known = try work.first(Objection.self, "decision = ? AND state <> 'withdrawn'", row.decision) {
      throw Refusal.conflict(
        "objections.objected-already",
        Texts(
          "به این تصمیم اعتراض شده است (\(known.code)) و روز ابلاغ دیگر مهلتی را تعیین نمی‌کند.",
          "This decision was objected to (\(known.code)); the day of its hand-over sets no time any more."))
    }
    let thing = try ContestedThing(named: row.object.text, in: work.snapshot)
    guard let decision = thing.decision(named: row.decision) else {
      throw Refusal.conflict(
        "objections.decision-undone", Texts("این تصمیم دیگر برقرار نیست.", "This decision does not stand any more."))
    }
    try work.require(HandOverDay.self, .init(takenOn: decision.takenOn, handedOverOn: handedOverOn), in: row.province)
    work.setReason(try written(reason, at: "/reason"))
    row.handedOverOn = handedOverOn
    return try work.update(row)
  }
}
