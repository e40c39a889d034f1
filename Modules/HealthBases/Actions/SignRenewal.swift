import Contracts
import Feature

/// The director signs a renewed agreement; fresh eyes on the base, as for one that is agreed anew. Who signs has no hand in
/// the year's work, and may decide on it in a deputy's place.
struct SignRenewal: SeparateHandsAction, ConfirmingAction {
  var agreement: Ref<AgreementEntity>

  static let spec = Spec(
    RenewalSignature.clock, "امضای توافق‌نامهٔ تجدیدشده", "Sign a renewed agreement", .post,
    "/health-bases/agreements/{agreement}/signature", permission: .healthbasesSign, weight: .serious,
    fields: ["agreement": ("توافق‌نامه", "the agreement")])

  static func parts(of agreement: Agreement, in snapshot: borrowing Snapshot) throws -> [any Record] {
    try snapshot.find(HealthBase.self, agreement.base).map { [$0] } ?? []
  }

  func perform(in work: borrowing Transaction) throws -> RenewalSignature {
    let row = try work.require(Agreement.self, agreement)
    try work.requireOn(row.province)
    var signature = try work.requireSignature(of: row)
    try work.move(&signature, by: .signForOffice)
    for part in try SignRenewal.parts(of: row, in: work.snapshot) { try work.requireSeparationOfDuties(on: part) }
    let other = signature.instituteRecordedBy.map(work.principal.identities.contains) ?? false
    try work.require(
      RenewalSigning.self, .init(party: .office, askedOn: signature.askedOn, signedOn: work.day, hasSignedForOther: other),
      in: row.province)
    signature.officeSignedOn = work.day
    signature.officeSignedBy = work.principal.id
    return try work.keep(signature, of: row)
  }
}

/// An officer records that the institute signed a renewed agreement: when, and who for it.
struct RecordInstituteSignature: ConfirmingAction {
  var agreement: Ref<AgreementEntity>
  var signatory: Personal<String>
  var signedOn: JalaliDay?

  static let spec = Spec(
    "healthbases.record-institute-signature", "ثبت امضای مؤسسه", "Record the institute's signature", .post,
    "/health-bases/agreements/{agreement}/institute-signature", permission: .healthbasesRecordSignature,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "signatory": ("امضاکنندهٔ مؤسسه", "who signed for the institute"),
      "signedOn": ("روز امضا؛ پیش‌فرض امروز", "day of the signature; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> RenewalSignature {
    let row = try work.require(Agreement.self, agreement)
    try work.requireOn(row.province)
    var signature = try work.requireSignature(of: row)
    try work.move(&signature, by: .signForInstitute)
    let (signed, other) = (signedOn ?? work.day, signature.officeSignedBy.map(work.principal.identities.contains) ?? false)
    try work.require(
      RenewalSigning.self, .init(party: .institute, askedOn: signature.askedOn, signedOn: signed, hasSignedForOther: other),
      in: row.province)
    signature.instituteSignedOn = signed
    signature.instituteSignatory = Personal(PersianText.stored(signatory.content))
    signature.instituteRecordedBy = work.principal.id
    return try work.keep(signature, of: row)
  }
}

extension Transaction {
  /// What waits for signatures, or the reason why nothing does.
  fileprivate func requireSignature(of agreement: Agreement) throws -> RenewalSignature {
    guard let found = try signature(of: agreement) else {
      throw Refusal.conflict(
        "healthbases.nothing-to-sign",
        Texts(
          "توافق‌نامهٔ \(agreement.code) در انتظار امضا نیست: تنها توافق‌نامه‌ای که از تجدید آمده است امضا می‌شود. فهرست آن‌ها: توافق‌نامه‌های بی‌امضا (isUnsigned).",
          "The agreement \(agreement.code) does not wait for a signature: only what came of a renewal is signed. The list of agreements shows which (isUnsigned)."
        ))
    }
    return found
  }
}
