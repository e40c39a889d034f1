import Contracts
import Feature

/// The director issues the first licence after the agreement in principle, or renews one: always a new row.
struct IssueLicence: Action {
  var institute: Ref<InstituteEntity>
  var scope: String

  static let spec = Spec(
    "institutes.license", "صدور یا تمدید پروانه", "Issue or renew a licence", .post, "/institutes/{institute}/license",
    permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "scope": ("موضوع فعالیت", "what it may be used for")])

  func perform(in work: borrowing Transaction) throws -> Licence {
    var row = try work.require(Institute.self, institute)
    let former = row.state
    // The way back from a suspension is `institutes.reinstate`; a new term would hide it.
    try work.move(&row, by: row.licensedOn == nil ? .license : .renew)
    let first = try firstDay(of: row, former, in: work)
    try InstitutePapers(of: row, for: .licence, in: work.snapshot).require(for: row, work: work)
    try work.require(LicenceTerm.self, .init(validFrom: first), in: row.province)
    let last = LicenceTerm.lastDay(from: first, under: try work.parameters(of: LicenceTerm.self, in: row.province))
    let isFirst = row.licensedOn == nil
    row.licensedOn = row.licensedOn ?? work.day
    row.licenceValidUntil = last
    let notice = try work.parameters(of: RenewalNotice.self, in: row.province)
    row.remindOn = RenewalNotice.firstDay(before: last, under: notice)
    try work.update(row)
    let licence = try work.insert(
      Licence(
        province: row.province, institute: row.id, scope: PersianText.stored(scope), signedOn: work.day,
        validFrom: first, validUntil: last))
    if isFirst, let group = row.fromGroup { try work.becameInstitute(group) }
    if !isFirst, former != .licensed { try work.licenceRestored(of: row.id) }
    return licence
  }

  /// A renewal before the end follows the running term without a gap.
  private func firstDay(of row: Institute, _ former: InstituteState, in work: borrowing Transaction) throws -> JalaliDay {
    guard former == .licensed, let end = row.licenceValidUntil, end >= work.day else { return work.day }
    try work.require(RenewalNotice.self, .init(validUntil: end, isRenewal: true), in: row.province)
    return end.adding(days: 1)
  }
}
