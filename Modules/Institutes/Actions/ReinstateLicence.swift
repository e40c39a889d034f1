public import Contracts
import Jalali
public import Registry
public import Values

/// Ends a suspension; agreements that it had suspended go on.
public struct ReinstateLicence: Action {
  public var institute: Ref<InstituteEntity>
  public var reason: String

  public static let spec = Spec(
    "institutes.reinstate", "رفع تعلیق پروانه", "Reinstate a licence", .post, "/institutes/{institute}/reinstate",
    permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    guard row.state == .suspended else {
      throw Refusal.conflict(
        "institutes.not-suspended", Texts("پروانه تعلیق نیست.", "The licence is not suspended."))
    }
    try work.requireStep(row, to: .licensed)
    try work.give(reason: reason)
    row.state = .licensed
    if let end = row.licenceValidUntil {
      let notice = try work.parameters(of: RenewalNotice.self, in: row.province)
      row.remindOn = max(work.day, RenewalNotice.firstDay(before: end, under: notice))
    }
    let changed = try work.update(row)
    try LicenceCascade.restored(changed, work: work)
    return changed
  }
}
