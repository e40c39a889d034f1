import Contracts
import Feature

/// Which decision stands against a thing, until when it can be objected to, and who answers.
struct ShowDecision: Query {
  var object: String

  static let spec = Spec(
    "objections.decision", "تصمیم قابل اعتراض", "A decision that can be objected to", "/objections/decision",
    permission: .objectionsRead, fields: ["object": ("دربارهٔ چه: نام یا کد", "about what: a name or code")],
    examples: ["object": "GR-27-1403-0001"])

  struct Output: Codable, Sendable {
    var object: ThingName
    var decision: ThingName
    var decisionFa: String
    var decisionEn: String
    var takenOn: JalaliDay
    /// nil while it was not handed over: the time has not begun.
    var handedOverOn: JalaliDay?
    /// The last day for an objection; nil before the hand-over, and where the national office has not said how long.
    var lastDay: JalaliDay?
    /// The posts that answer, the nearest first.
    var superiors: [SuperiorPost]
    /// The objection, where there is one.
    var objection: Code<ObjectionEntity>?
  }

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let thing = try ContestedThing(named: object, in: snapshot)
    let decision = try thing.standing { try snapshot.objection(to: $0) != nil }
    let handedOver = try snapshot.first(HandOver.self, "decision = ?", decision.name)?.handedOverOn
    let days = try time(decision.party, thing.province, in: snapshot)
    let objection = try snapshot.objection(to: decision)
    return Output(
      object: ThingName(thing.name), decision: ThingName(decision.name), decisionFa: decision.texts.fa, decisionEn: decision.texts.en,
      takenOn: decision.takenOn, handedOverOn: handedOver, lastDay: days.flatMap { days in handedOver?.adding(days: days) },
      superiors: decision.posts, objection: objection.map { Code($0.code) })
  }

  private func time(_ party: ContestedDecision.Party, _ province: Province, in snapshot: borrowing Snapshot) throws -> Int? {
    switch party {
    case .citizen: return try snapshot.parameters(of: ObjectionTerm.self, in: province).daysToObject
    case .institute:
      let unset = try snapshot.missing(
        InstituteObjectionTerm.self, .init(takenOn: snapshot.day, objectedOn: snapshot.day), in: province)
      return unset.isEmpty ? try snapshot.parameters(of: InstituteObjectionTerm.self, in: province).daysToObject : nil
    }
  }
}
