import Contracts
import Feature

struct ListObjections: ListQuery {
  var province: Province?
  var object: String?
  var state: ObjectionState?

  struct Item: Codable, Sendable {
    var id: ID<ObjectionEntity>
    var code: String
    var province: Province
    var object: ThingName
    var decisionFa: String
    var decisionEn: String
    var objectedOn: JalaliDay
    var channel: Channel
    var due: JalaliDay
    var state: ObjectionState
    var decidedOn: JalaliDay?
  }

  static let spec = Spec(
    "objections.list", "اعتراض‌ها", "Objections", "/objections", permission: .objectionsRead,
    fields: [
      "province": ("استان", "province"), "object": ("دربارهٔ چه: نام یا کد", "about what: a name or code"), "state": ("وضعیت", "state"),
    ])

  func selection() -> Selection {
    Selection(from: "objections_objection t")
      .filter("t.province = ?", province)
      .about(object, "t.object = ?")
      .filter("t.state = ?", state)
      .newestFirst()
  }
}

/// Whoever answers it reads what is said, also without the right to see other personal data; that leaves an entry.
struct ShowObjection: Query {
  var objection: Ref<ObjectionEntity>

  static var leavesEntry: Bool { true }

  struct Output: Codable, Sendable {
    var objection: Objection
    /// What is said, for whoever answers; nil for others, who see it in the objection as far as they may.
    var said: String?
    /// What was answered, for the same.
    var answered: String?
  }

  static let spec = Spec(
    "objections.show", "یک اعتراض", "One objection", "/objections/{objection}", permission: .objectionsRead,
    fields: ["objection": ("اعتراض", "the objection")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Objection.self, objection)
    snapshot.noteRead(row)
    let isSuperior = !Set(row.superiors.map(\.rawValue)).isDisjoint(with: snapshot.principal.rolesHeld(over: row))
    return Output(objection: row, said: isSuperior ? row.grounds.content : nil, answered: isSuperior ? row.answer?.content : nil)
  }
}

struct ListHandOvers: ListQuery {
  var province: Province?
  var object: String?

  struct Item: Codable, Sendable {
    var id: ID<HandOverEntity>
    var province: Province
    var object: ThingName
    var decision: ThingName
    var handedOverOn: JalaliDay
    var manner: HandOverManner
    var recipient: Personal<String>
    var proof: Personal<String>
  }

  static let spec = Spec(
    "objections.hand-overs", "ابلاغ‌ها", "Hand-overs of decisions", "/objections/hand-overs", permission: .objectionsRead,
    fields: ["province": ("استان", "province"), "object": ("دربارهٔ چه: نام یا کد", "about what: a name or code")])

  func selection() -> Selection {
    Selection(from: "objections_hand_over t")
      .filter("t.province = ?", province)
      .about(object, "t.object = ?")
      .newestFirst()
  }
}

/// What has still to be handed over; what was, and why nobody waits for the rest, by its state.
struct ListPendingHandOvers: ListQuery {
  var province: Province?
  var object: String?
  var state: PendingHandOverState?

  struct Item: Codable, Sendable {
    var id: ID<PendingHandOverEntity>
    var province: Province
    var object: ThingName
    var decision: ThingName
    var decisionFa: String
    var decisionEn: String
    var takenOn: JalaliDay
    var due: JalaliDay
    var state: PendingHandOverState
  }

  static let spec = Spec(
    "objections.pending-hand-overs", "ابلاغ‌های در انتظار", "Decisions to be handed over", "/objections/pending-hand-overs",
    permission: .objectionsRead,
    fields: [
      "province": ("استان", "province"), "object": ("دربارهٔ چه: نام یا کد", "about what: a name or code"),
      "state": ("وضعیت؛ پیش‌فرض در انتظار", "state; what is awaited when left out"),
    ])

  func selection() -> Selection {
    Selection(from: "objections_pending t")
      .filter("t.province = ?", province)
      .about(object, "t.object = ?")
      .filter("t.state = ?", state ?? .awaited)
      .newestFirst()
  }
}
