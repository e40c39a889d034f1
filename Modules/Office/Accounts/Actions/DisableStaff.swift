import Contracts
import Feature

/// Closes an account and ends its sessions; the name stays in the ledger.
struct DisableStaff: Action {
  var staff: Ref<StaffEntity>
  var reason: String

  static let spec = Spec(
    "accounts.disable", "بستن حساب", "Disable an account", .post, "/accounts/staff/{staff}/closure",
    permission: .accountsAdmin, weight: .grave, fields: ["staff": ("همکار", "the colleague"), "reason": ("علت", "reason")])

  func perform(in work: borrowing Transaction) throws -> Done {
    work.setReason(reason)
    var row = try work.require(Staff.self, staff)
    guard row.id.raw != work.principal.staff else {
      throw Refusal.conflict("accounts.own-account", Texts("حساب خود را نمی‌توان بست.", "Nobody closes their own account."))
    }
    row.isDisabled = true
    try work.update(row)
    try SessionEnd.endAll(of: row, in: work)
    return Done()
  }
}
