public import Contracts
import Jalali
import Persian
public import Registry
public import Values

/// The director issues the first licence after the agreement in principle, or renews one: always a new row.
public struct IssueLicence: Action {
  public var institute: Ref<InstituteEntity>
  public var scope: String

  public static let spec = Spec(
    "institutes.license", "صدور یا تمدید پروانه", "Issue or renew a licence", .post, "/institutes/{institute}/license",
    permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "scope": ("موضوع فعالیت", "what it may be used for")])

  public func perform(in work: borrowing UnitOfWork) throws -> Licence {
    var row = try work.require(Institute.self, institute)
    try work.requireStep(row, to: .licensed)
    guard row.state != .suspended else {
      // The way back from a suspension is `institutes.reinstate`; a new term would hide it.
      throw Refusal.conflict(
        "institutes.licence-suspended",
        Texts("پروانه تعلیق است؛ نخست تعلیق را بردارید.", "The licence is suspended; reinstate it first."))
    }
    let first = try firstDay(of: row, in: work)
    try InstitutePapers(of: row, for: .licence, in: work.look).require(for: row, work: work)
    try work.require(LicenceTerm.self, .init(validFrom: first), in: row.province)
    let last = LicenceTerm.lastDay(from: first, under: try work.parameters(of: LicenceTerm.self, in: row.province))
    let isFirst = row.licensedOn == nil
    let wasLicensed = row.state == .licensed
    row.state = .licensed
    row.licensedOn = row.licensedOn ?? work.day
    row.licenceValidUntil = last
    let notice = try work.parameters(of: RenewalNotice.self, in: row.province)
    row.remindOn = RenewalNotice.firstDay(before: last, under: notice)
    try work.update(row)
    let licence = try work.insert(
      Licence(
        province: row.province, institute: row.id, scope: PersianText.stored(scope), signedOn: work.day,
        validFrom: first, validUntil: last))
    if isFirst, let group = row.fromGroup { try work.groups.becameInstitute(group, work: work) }
    if !isFirst, !wasLicensed { try LicenceCascade.restored(row, work: work) }
    return licence
  }

  /// A renewal before the end follows the running term without a gap.
  private func firstDay(of row: Institute, in work: borrowing UnitOfWork) throws -> JalaliDay {
    guard row.state == .licensed, let end = row.licenceValidUntil, end >= work.day else { return work.day }
    try work.require(RenewalNotice.self, .init(validUntil: end, isRenewal: true), in: row.province)
    return end.adding(days: 1)
  }
}
