import Contracts
import Feature

/// The director issues the first licence after the agreement in principle, or renews one: always a new row.
struct IssueLicence: DecidingAction {
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
    // A suspension that ran out with the licence is over with the new one.
    for sanction in try work.sanctions(of: row.id) where sanction.state == .inForce { try work.lift(sanction) }
    return licence
  }

  /// A renewal before the end follows the running term without a gap.
  private func firstDay(of row: Institute, _ former: InstituteState, in work: borrowing Transaction) throws -> JalaliDay {
    guard former == .licensed, let end = row.licenceValidUntil, end >= work.day else { return work.day }
    try work.require(RenewalNotice.self, .init(validUntil: end, isRenewal: true), in: row.province)
    return end.adding(days: 1)
  }
}

/// Suspends a licence; the agreements of the institute's bases are suspended with it.
struct SuspendLicence: DecidingAction {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.suspend", "تعلیق پروانه", "Suspend a licence", .post, "/institutes/{institute}/suspend",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .suspend, .suspension, reason, in: work)
  }
}

/// Revokes a licence for good.
struct RevokeLicence: DecidingAction {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.revoke", "ابطال پروانه", "Revoke a licence", .post, "/institutes/{institute}/revoke",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .revoke, .revocation, reason, in: work)
  }
}

/// Dissolves an institute, or closes a file that leads nowhere.
struct DissolveInstitute: DecidingAction {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.dissolve", "انحلال مؤسسه", "Dissolve an institute", .post, "/institutes/{institute}/dissolve",
    permission: .institutesSign, weight: .grave,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    try end(institute, by: .dissolve, .dissolution, reason, in: work)
  }
}

private func end(
  _ institute: Ref<InstituteEntity>, by move: InstituteMove, _ kind: SanctionKind, _ reason: String, in work: borrowing Transaction
) throws -> Institute {
  var row = try work.require(Institute.self, institute)
  let former = row.state
  try work.requireNoStay(of: row)
  try work.move(&row, by: move)
  try work.give(reason: reason)
  row.remindOn = nil
  let changed = try work.update(row)
  try work.insert(
    Sanction(
      province: changed.province, county: changed.county, institute: changed.id, kind: kind, decidedOn: work.day, formerState: former))
  try work.licenceEnded(of: changed.id, now: changed.state)
  try work.awaitHandOver(of: changed.object)
  return changed
}

/// Ends a suspension; agreements that it had suspended go on.
struct ReinstateLicence: DecidingAction {
  var institute: Ref<InstituteEntity>
  var reason: String

  static let spec = Spec(
    "institutes.reinstate", "رفع تعلیق پروانه", "Reinstate a licence", .post, "/institutes/{institute}/reinstate",
    permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    try work.requireNoStay(of: row)
    try work.move(&row, by: .reinstate)
    try work.give(reason: reason)
    try work.remind(of: &row)
    let changed = try work.update(row)
    for sanction in try work.sanctions(of: changed.id) { try work.lift(sanction) }
    try work.licenceRestored(of: changed.id)
    return changed
  }
}

extension Transaction {
  /// Refuses while an objection to the institute's dissolution waits for its answer.
  fileprivate func requireNoStay(of institute: Institute) throws {
    guard try sanctions(of: institute.id).contains(where: { $0.state == .stayed }) else { return }
    throw Refusal.conflict(
      "institutes.dissolution-stayed",
      Texts(
        "به انحلال این مؤسسه اعتراض شده است؛ نخست دربارهٔ اعتراض تصمیم بگیرید (objections decide).",
        "The dissolution of this institute was objected to; decide on the objection first (objections decide)."))
  }

  /// A sanction ends without an objection.
  fileprivate func lift(_ sanction: Sanction) throws {
    var lifted = sanction
    try move(&lifted, by: .lift)
    try endHandOver(of: try update(lifted).object)
  }

  /// Keeps the reason that serious actions ask for; blank ones are refused.
  func give(reason: String) throws {
    let words = PersianText.stored(reason, keepingLines: true)
    guard !words.isEmpty else {
      throw Refusal.input("/reason", "institutes.no-reason", Texts("علت را بنویسید.", "State the reason."))
    }
    setReason(words)
  }
}
