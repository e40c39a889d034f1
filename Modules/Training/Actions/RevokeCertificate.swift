import Contracts
import Feature

/// Takes a certificate back; from today on it counts no more.
struct RevokeCertificate: Action {
  var certificate: Ref<CertificateEntity>
  var reason: String

  static let spec = Spec(
    "training.revoke-certificate", "ابطال گواهی دوره", "Revoke a certificate", .post,
    "/training/certificates/{certificate}/revocation", permission: .trainingCertify, weight: .grave,
    fields: ["certificate": ("گواهی", "the certificate"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Certificate {
    work.setReason(reason)
    var row = try work.require(Certificate.self, certificate)
    guard row.revokedOn == nil else {
      throw Refusal.conflict(
        "training.revoked-already", Texts("این گواهی پیش‌تر باطل شده است.", "This certificate was revoked already."))
    }
    row.revokedOn = work.day
    return try work.update(row)
  }
}
