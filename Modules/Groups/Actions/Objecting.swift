import Contracts
import Feature

/// Enters an applicant's objection to the refusal of the request.
struct ObjectToRefusal: Action {
  var group: Ref<GroupEntity>
  var grounds: Secret<String>
  var channel: Channel
  var objectedOn: JalaliDay?
  var handedOverOn: JalaliDay?

  static let spec = Spec(
    "groups.object", "ثبت اعتراض متقاضی", "Enter an objection", .post, "/groups/{group}/objections", permission: .groupsWrite,
    fields: [
      "group": ("گروهی که درخواستش رد شد", "the group whose request was refused"), "grounds": ("متن اعتراض", "what is objected"),
      "channel": ("از چه راهی رسید", "how it came"),
      "objectedOn": ("روز اعتراض؛ پیش‌فرض امروز", "day of the objection; today when left out"),
      "handedOverOn": (
        "روز تحویل رد به متقاضی؛ پیش‌فرض روز رد", "day on which the refusal was handed over; the day of the refusal when left out"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> GroupObjection {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .objection)
    let refusal = try work.first(RequestRefusal.self, "group_id = ? ORDER BY id DESC", group.id)
    let known = try work.first(GroupObjection.self, "group_id = ? AND coalesce(refusal, 0) = ?", group.id, refusal?.id.raw ?? 0)
    if let known {
      throw Refusal.conflict(
        "groups.objected-already",
        Texts("به این رد یک بار اعتراض شده است: \(known.code)", "This refusal was objected to once already: \(known.code)."))
    }
    guard let handedOverOn = handedOverOn ?? refusal?.refusedOn else {
      throw Refusal.input(
        "/handedOverOn", "field.required", Texts("روز تحویل رد را بنویسید.", "Give the day on which the refusal was handed over."))
    }
    let objectedOn = objectedOn ?? work.day
    try work.require(
      ObjectionTerm.self, .init(refusedOn: refusal?.refusedOn, handedOverOn: handedOverOn, objectedOn: objectedOn), in: group.province)
    let text = try required(grounds, at: "/grounds")
    let objection = try work.insert(
      GroupObjection(
        province: group.province, county: group.county, groupID: group.id, refusal: refusal?.id, handedOverOn: handedOverOn,
        objectedOn: objectedOn, channel: channel, grounds: text))
    try work.openDeadline(
      GroupObjection.clock, for: objection.object, in: group.province, from: objectedOn,
      days: try work.parameters(of: ObjectionTerm.self, in: group.province).daysToDecide, rule: .calendar,
      texts: Texts("تصمیم دربارهٔ اعتراض گروه «\(group.name)»", "decide on the objection of the group \(group.name)"),
      roles: Permission.groupsApprove.holders)
    return objection
  }
}

/// The superior decides on an objection. Upheld, the request is accepted: who refused it is not asked a second time.
struct DecideObjection: ApprovingAction {
  var objection: Ref<ObjectionEntity>
  var isUpheld: Bool
  var decision: Secret<String>

  static let spec = Spec(
    "groups.decide-objection", "تصمیم دربارهٔ اعتراض", "Decide on an objection", .post, "/group-objections/{objection}/decision",
    permission: .groupsApprove, weight: .serious,
    fields: [
      "objection": ("اعتراض", "the objection"), "isUpheld": ("اعتراض پذیرفته است", "whether it is upheld"),
      "decision": ("متن تصمیم با علت", "the decision with its reasons"),
    ])

  func perform(in work: borrowing Transaction) throws -> GroupObjection {
    var objection = try work.require(GroupObjection.self, objection)
    var group = try work.require(Group.self, Ref(objection.groupID))
    try work.move(&objection, by: isUpheld ? .uphold : .reject)
    try work.requireSeparationOfDuties(on: objection)
    try work.requireSeparationOfDuties(on: group)
    objection.decision = try required(decision, at: "/decision")
    objection.decidedOn = work.day
    if isUpheld {
      try work.require(IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
      try work.move(&group, by: .uphold)
      try work.update(group)
      try work.startFormationClock(of: group)
    }
    try work.meetDeadline(GroupObjection.clock, for: objection.object)
    return try work.update(objection)
  }
}

/// - Throws: a refusal when nothing is written there.
private func required(_ text: Secret<String>, at pointer: String) throws -> Secret<String> {
  let stored = PersianText.stored(text.content, keepingLines: true)
  guard !stored.isEmpty else {
    throw Refusal.input(pointer, "field.required", Texts("این مورد لازم است.", "This field is required."))
  }
  return Secret(stored)
}
