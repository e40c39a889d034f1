import Contracts
import Feature

/// The second hand on a post that decides: it counts from now on.
struct ConfirmPost: ApprovingAction {
  var confirmation: Ref<PostConfirmationEntity>

  static let spec = Spec(
    "accounts.confirm-post", "تأیید سمت", "Confirm a post", .post, "/accounts/post-confirmations/{confirmation}/confirm",
    permission: .accountsConfirm, weight: .serious, fields: ["confirmation": ("سمت در انتظار تأیید", "the post that waits")])

  func perform(in work: borrowing Transaction) throws -> PostConfirmation {
    var row = try work.require(PostConfirmation.self, confirmation)
    try work.move(&row, by: .confirm)
    try work.requireSecondHand(on: row)
    row.hands = 2
    return try work.update(row)
  }
}

/// The second hand says no: the post never counts.
struct RejectPost: ApprovingAction {
  var confirmation: Ref<PostConfirmationEntity>
  var reason: String

  static let spec = Spec(
    "accounts.reject-post", "رد سمت", "Reject a post", .post, "/accounts/post-confirmations/{confirmation}/reject",
    permission: .accountsConfirm, weight: .serious,
    fields: ["confirmation": ("سمت در انتظار تأیید", "the post that waits"), "reason": ("علت", "reason")])

  func perform(in work: borrowing Transaction) throws -> PostConfirmation {
    work.setReason(reason)
    var row = try work.require(PostConfirmation.self, confirmation)
    try work.move(&row, by: .reject)
    try work.requireSecondHand(on: row)
    row.reason = PersianText.stored(reason)
    return try work.update(row)
  }
}

extension Transaction {
  /// - Throws: `Refusal` for whoever proposed the post or is to hold it, and whoever stands in the place of either.
  fileprivate func requireSecondHand(on row: PostConfirmation) throws {
    try require(
      SecondHand.self,
      .init(isHolder: principal.stands(for: row.staff), isProposer: principal.stands(for: row.proposedBy, row.proposedFor)),
      in: row.province)
    try requireSeparationOfDuties(on: row)
  }
}
