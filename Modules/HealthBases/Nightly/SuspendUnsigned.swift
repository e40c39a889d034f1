import Contracts
import Feature

/// A renewed agreement that both parties have not signed in time is suspended on the day after, until they have.
struct SuspendUnsigned: NightlyTask {
  static let id = "healthbases.suspend-unsigned"
  static let texts = Texts("تعلیق توافق‌نامه‌های بی‌امضا", "suspension of unsigned agreements")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      """
      SELECT id FROM healthbases_signature
      WHERE state IN ('awaited','byOffice','byInstitute') AND suspended_on IS NULL AND due_on < ? AND +id > ? ORDER BY +id LIMIT ?
      """, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var signature = try work.find(RenewalSignature.self, ID(row)), signature.state.isAwaited, signature.suspendedOn == nil
    else { return }
    let last = try work.lastDayToSign(signature)
    guard last < work.day else { return }
    var agreement = try work.require(Agreement.self, signature.agreement)
    signature.suspendedOn = work.day
    signature = try work.update(signature)
    if agreement.state == .active {
      try work.move(&agreement, by: .suspend)
      try work.update(agreement)
    }
    try announce(signature, of: agreement, last, in: work)
  }

  private static func announce(
    _ signature: RenewalSignature, of agreement: Agreement, _ last: JalaliDay, in work: borrowing Transaction
  ) throws {
    let texts = Texts(
      "توافق‌نامهٔ \(agreement.code) تا \(last.textFa) از هر دو سو امضا نشد و معلق است؛ \(signature.state.texts.fa). با امضای دو طرف از همان روز ادامه می‌یابد.",
      "The agreement \(agreement.code) was not signed by both parties until \(last.text) and is suspended; \(signature.state.texts.en). It goes on from the day on which both have signed."
    )
    for role in [Role.provincialDirector, .preventionDeputy, .preventionOfficer, .ngoOfficer] {
      try work.notify(
        role, in: signature.province, key: "healthbases.unsigned/\(signature.id.raw)/\(role.id)", object: agreement.object, texts: texts)
    }
  }
}
