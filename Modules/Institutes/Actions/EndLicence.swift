public import Contracts
public import Registry
public import Values

/// Suspends a licence; the agreements of the institute's bases are suspended with it.
public struct SuspendLicence: Action {
  public var institute: Ref<InstituteEntity>
  public var reason: String

  public static let spec = Spec(
    "institutes.suspend", "تعلیق پروانه", "Suspend a licence", .post, "/institutes/{institute}/suspend",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Institute {
    try end(institute, as: .suspended, reason, in: work)
  }
}

/// Revokes a licence for good.
public struct RevokeLicence: Action {
  public var institute: Ref<InstituteEntity>
  public var reason: String

  public static let spec = Spec(
    "institutes.revoke", "ابطال پروانه", "Revoke a licence", .post, "/institutes/{institute}/revoke",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Institute {
    try end(institute, as: .revoked, reason, in: work)
  }
}

/// Dissolves an institute, or closes a file that leads nowhere.
public struct DissolveInstitute: Action {
  public var institute: Ref<InstituteEntity>
  public var reason: String

  public static let spec = Spec(
    "institutes.dissolve", "انحلال مؤسسه", "Dissolve an institute", .post, "/institutes/{institute}/dissolve",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Institute {
    try end(institute, as: .dissolved, reason, in: work)
  }
}

private func end(
  _ institute: Ref<InstituteEntity>, as state: InstituteState, _ reason: String, in work: borrowing UnitOfWork
) throws -> Institute {
  var row = try work.require(Institute.self, institute)
  try work.requireStep(row, to: state)
  try work.give(reason: reason)
  row.state = state
  row.remindOn = nil
  let changed = try work.update(row)
  try LicenceCascade.ended(changed, reason: state.rawValue, work: work)
  return changed
}
