import Contracts
import Feature

/// Suspends a licence; the agreements of the institute's bases are suspended with it.
struct SuspendLicence: Action {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.suspend", "تعلیق پروانه", "Suspend a licence", .post, "/institutes/{institute}/suspend",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .suspend, reason, in: work)
  }
}

/// Revokes a licence for good.
struct RevokeLicence: Action {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.revoke", "ابطال پروانه", "Revoke a licence", .post, "/institutes/{institute}/revoke",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .revoke, reason, in: work)
  }
}

/// Dissolves an institute, or closes a file that leads nowhere.
struct DissolveInstitute: Action {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.dissolve", "انحلال مؤسسه", "Dissolve an institute", .post, "/institutes/{institute}/dissolve",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .dissolve, reason, in: work)
  }
}

private func end(
  _ institute: Ref<InstituteEntity>, by move: InstituteMove, _ reason: String, in work: borrowing Transaction
) throws -> Institute {
  var row = try work.require(Institute.self, institute)
  try work.move(&row, by: move)
  try work.give(reason: reason)
  row.remindOn = nil
  let changed = try work.update(row)
  try work.licenceEnded(of: changed.id, reason: changed.state.rawValue)
  return changed
}
