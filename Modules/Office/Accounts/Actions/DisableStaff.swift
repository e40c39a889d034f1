public import Contracts
public import Registry
public import Values

/// Closes an account and ends its sessions; the name stays in the ledger.
public struct DisableStaff: Action {
  public var staff: Ref<StaffEntity>
  public var reason: String

  public static let spec = Spec(
    "accounts.disable", "بستن حساب", "Disable an account", .post, "/accounts/staff/{staff}/closure",
    permission: .accountsAdmin, weight: .grave, fields: ["staff": ("همکار", "the colleague"), "reason": ("علت", "reason")])

  public func perform(in work: borrowing UnitOfWork) throws -> Done {
    work.because(reason)
    var row = try work.require(Staff.self, staff)
    guard row.id.raw != work.actor.staff else {
      throw Refusal.conflict("accounts.own-account", Texts("حساب خود را نمی‌توان بست.", "Nobody closes their own account."))
    }
    row.isDisabled = true
    try work.update(row)
    try SessionEnd.endAll(of: row, in: work)
    return Done()
  }
}
