import Contracts
import Feature

/// Entrusts a group to a facilitator, from a day on.
struct AssignFacilitator: Action {
  var group: Ref<GroupEntity>
  var facilitator: Ref<StaffEntity>
  var since: JalaliDay?
  var until: JalaliDay?

  static let spec = Spec(
    "groups.assign-facilitator", "گماردن تسهیلگر", "Assign a facilitator", .post, "/groups/{group}/facilitators",
    permission: .groupsAssign,
    fields: [
      "group": ("گروه", "the group"), "facilitator": ("تسهیلگر", "the facilitator"),
      "since": ("از روز؛ پیش‌فرض امروز", "from this day; today when left out"),
      "until": ("تا روز؛ اگر ننویسید بی‌پایان", "until this day; open when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> FacilitatorAssignment {
    let group = try work.require(Group.self, group)
    let first = since ?? work.day
    let somebody = try work.colleague(facilitator, holding: .facilitator, in: group.province, county: group.county, on: first)
    let row = FacilitatorAssignment(
      province: group.province, county: group.county, groupID: group.id, staff: somebody.id, since: first, until: until)
    try work.requireAssignable(row, to: group, holdsPost: somebody.holdsPost)
    return try work.insert(row)
  }
}

/// Ends an assignment; from the day after on the facilitator does not find the group any more.
struct EndAssignment: Action {
  var assignment: Ref<AssignmentEntity>
  var until: JalaliDay?
  var reason: String

  static let spec = Spec(
    "groups.end-assignment", "پایان گمارش تسهیلگر", "End an assignment", .post, "/facilitator-assignments/{assignment}/end",
    permission: .groupsAssign,
    fields: [
      "assignment": ("گمارش", "the assignment"),
      "until": ("آخرین روز؛ پیش‌فرض امروز", "the last day; today when left out"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> FacilitatorAssignment {
    var row = try work.require(FacilitatorAssignment.self, assignment)
    let last = until ?? work.day
    if let ended = row.until, ended <= last {
      throw Refusal.conflict(
        "groups.assignment-ended",
        Texts(
          "این گمارش در \(ended.textFa) پایان می‌یابد؛ روز نادرست را با «groups.correct-assignment» درست کنید.",
          "This assignment ends on \(ended.text); a wrong day is put right by groups.correct-assignment."))
    }
    let group = try work.require(Group.self, row.groupID)
    row.until = last
    try work.requireAssignable(row, to: group, holdsPost: true)
    work.setReason(reason)
    return try work.update(row)
  }
}

/// Puts the days of an assignment right that were typed wrong; the ledger keeps both.
struct CorrectAssignment: Action {
  var assignment: Ref<AssignmentEntity>
  var since: JalaliDay?
  var until: JalaliDay?
  var isOpen: Bool?
  var reason: String

  static let spec = Spec(
    "groups.correct-assignment", "تصحیح گمارش تسهیلگر", "Correct an assignment", .patch, "/facilitator-assignments/{assignment}",
    permission: .groupsAssign,
    fields: [
      "assignment": ("گمارش", "the assignment"), "since": ("روز آغاز درست", "the right first day"),
      "until": ("روز پایان درست", "the right last day"), "isOpen": ("پایانی ندارد", "it has no last day"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> FacilitatorAssignment {
    var row = try work.require(FacilitatorAssignment.self, assignment)
    let group = try work.require(Group.self, row.groupID)
    row.since = since ?? row.since
    row.until = isOpen == true ? nil : until ?? row.until
    let somebody = try work.colleague(
      Ref(row.staff), holding: .facilitator, in: group.province, county: group.county, on: row.since)
    try work.requireAssignable(row, to: group, holdsPost: somebody.holdsPost)
    work.setReason(reason)
    return try work.update(row)
  }
}

extension Transaction {
  /// The post is held, the days lie in the group's life and in no other assignment of the two.
  fileprivate func requireAssignable(_ row: FacilitatorAssignment, to group: Group, holdsPost: Bool) throws {
    try require(
      FacilitatorPost.self,
      .init(holdsPost: holdsPost, requestedOn: group.requestedOn, since: row.since, until: row.until), in: group.province)
    let other = try first(
      FacilitatorAssignment.self,
      "group_id = ? AND staff = ? AND id <> ? AND since <= ? AND coalesce(until, 9999999) >= ?", row.groupID, row.staff, row.id.raw,
      row.until?.number ?? 9_999_999, row.since)
    guard other == nil else {
      throw Refusal.conflict(
        "groups.assigned-already",
        Texts(
          "این تسهیلگر در این روزها به همین گروه گمارده است.", "This facilitator is assigned to this group on some of these days already."))
    }
  }
}
