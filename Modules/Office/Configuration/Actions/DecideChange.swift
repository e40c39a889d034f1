import Contracts
import Feature

/// The second hand on a change of rules: it is in force from its days on. What stood for its proposal is asked again.
struct ApproveChange: ApprovingAction {
  var change: Ref<ChangeEntity>

  static let spec = Spec(
    "configuration.approve", "تصویب تغییر قواعد", "Approve a change of rules", .post, "/configuration/changes/{change}/approval",
    permission: .configurationApprove, weight: .serious, fields: ["change": ("تغییر", "the change")])

  func perform(in work: borrowing Transaction) throws -> ChangeDetails {
    var row = try work.require(RuleChange.self, change)
    try work.move(&row, by: .approve)
    try work.requireSeparationOfDuties(on: row)
    var items = try work.all(ChangeItem.self, "change = ? ORDER BY id", row.id)
    // What is urgent holds from the day on which both hands have said so.
    if row.kind == .urgent {
      row.fromDay = work.day
      for index in items.indices { items[index].fromDay = work.day }
    }
    for item in try ChangeCheck(row, items).run(in: work) { try work.putInForce(item) }
    row.decidedOn = work.day
    row.hands = 2
    return try ChangeDetails(try work.update(row), in: work.snapshot)
  }
}

/// The second hand says no; nothing changes.
struct RejectChange: ApprovingAction {
  var change: Ref<ChangeEntity>
  var reason: String

  static let spec = Spec(
    "configuration.reject", "رد تغییر قواعد", "Reject a change of rules", .post, "/configuration/changes/{change}/rejection",
    permission: .configurationApprove, weight: .serious, fields: ["change": ("تغییر", "the change"), "reason": ("علت", "reason")])

  func perform(in work: borrowing Transaction) throws -> ChangeDetails {
    var row = try work.require(RuleChange.self, change)
    try work.move(&row, by: .reject)
    try work.requireSeparationOfDuties(on: row)
    row.remark = PersianText.stored(reason)
    row.decidedOn = work.day
    return try ChangeDetails(try work.update(row), in: work.snapshot)
  }
}

/// Takes a proposal back, or what was approved and is not in force yet. Other changes that were built upon it stand in the way.
struct WithdrawChange: DecidingAction {
  var change: Ref<ChangeEntity>
  var reason: String

  static let spec = Spec(
    "configuration.withdraw", "پس‌گرفتن تغییر قواعد", "Withdraw a change of rules", .post,
    "/configuration/changes/{change}/withdrawal", permission: .configurationWrite, weight: .serious,
    fields: ["change": ("تغییر", "the change"), "reason": ("علت", "reason")])

  func perform(in work: borrowing Transaction) throws -> ChangeDetails {
    var row = try work.require(RuleChange.self, change)
    let isApproved = row.state == .approved
    try work.move(&row, by: .withdraw)
    try work.require(NotInForceYet.self, .init(isApproved: isApproved, from: row.fromDay), in: nil)
    if isApproved {
      let items = try work.all(ChangeItem.self, "change = ? ORDER BY id", row.id)
      let words = try SwitchWords(without: items, in: work.snapshot)
      for item in items {
        guard let module = item.module, let isOn = item.isOn else { continue }
        let breaches = words.breaches(around: module, in: item.province, from: item.fromDay)
        // Without the word the module is what it was before: the opposite of what it said.
        try work.require(
          ModuleDependencies.self,
          .init(isOn: !isOn, missing: isOn ? [] : breaches.missing, dependents: isOn ? breaches.dependents : []), in: nil)
      }
    }
    row.remark = PersianText.stored(reason)
    row.decidedOn = work.day
    return try ChangeDetails(try work.update(row), in: work.snapshot)
  }
}
