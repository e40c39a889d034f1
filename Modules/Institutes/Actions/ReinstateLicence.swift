import Contracts
import Feature

/// Ends a suspension; agreements that it had suspended go on.
struct ReinstateLicence: Action {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.reinstate", "رفع تعلیق پروانه", "Reinstate a licence", .post, "/institutes/{institute}/reinstate",
    permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    try work.move(&row, by: .reinstate)
    try work.give(reason: reason)
    if let end = row.licenceValidUntil {
      let notice = try work.parameters(of: RenewalNotice.self, in: row.province)
      row.remindOn = max(work.day, RenewalNotice.firstDay(before: end, under: notice))
    }
    let changed = try work.update(row)
    try work.licenceRestored(of: changed.id)
    return changed
  }
}
