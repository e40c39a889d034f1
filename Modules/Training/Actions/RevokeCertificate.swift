import Contracts
import Feature

/// Takes a certificate back; from today on it counts no more, and what was settled on it is taken back with it.
struct RevokeCertificate: DecidingAction {
  var certificate: Ref<CertificateEntity>
  var reason: String

  struct Output: Codable, Sendable {
    var id: ID<CertificateEntity>
    var rev: Int
    var code: String
    var province: Province
    var course: ID<CourseEntity>
    var enrolment: ID<EnrolmentEntity>
    var person: ID<PersonEntity>
    var kind: CourseKind
    var issuedOn: JalaliDay
    var revokedOn: JalaliDay?
    /// Settlements that went with it.
    var reversals: [Reversal]

    init(_ row: Certificate, reversals: [Reversal]) {
      (id, rev, code, province, course) = (row.id, row.rev, row.code, row.province, row.course)
      (enrolment, person, kind, issuedOn, revokedOn) = (row.enrolment, row.person, row.kind, row.issuedOn, row.revokedOn)
      self.reversals = reversals
    }
  }

  static let spec = Spec(
    "training.revoke-certificate", "ابطال گواهی دوره", "Revoke a certificate", .post,
    "/training/certificates/{certificate}/revocation", permission: .trainingCertify, weight: .grave,
    fields: ["certificate": ("گواهی", "the certificate"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Output {
    work.setReason(reason)
    var row = try work.require(Certificate.self, certificate)
    guard row.revokedOn == nil else {
      throw Refusal.conflict(
        "training.revoked-already", Texts("این گواهی پیش‌تر باطل شده است.", "This certificate was revoked already."))
    }
    row.revokedOn = work.day
    let revoked = try work.update(row)
    var reversals: [Reversal] = []
    for settlement in try work.all(CourseSettlement.self, "enrolment = ? ORDER BY id", row.enrolment) {
      // Money that one hand settled is not taken back by the same, by whatever way.
      try work.requireSeparationOfDuties(on: settlement)
      if let reversal = try Reversal.take(settlement, work) { reversals.append(reversal) }
    }
    try work.insert(Revocation(province: row.province, certificate: row.id, revokedOn: work.day))
    try work.awaitHandOver(of: revoked.object)
    return Output(revoked, reversals: reversals)
  }
}
