public import Registry
public import Values

/// Takes a certificate back; from today on it counts no more.
public struct RevokeCertificate: Action {
  public var certificate: Ref<CertificateEntity>
  public var reason: String

  public static let spec = Spec(
    "training.revoke-certificate", "ابطال گواهی دوره", "Revoke a certificate", .post,
    "/training/certificates/{certificate}/revocation", permission: .trainingCertify, weight: .grave,
    fields: ["certificate": ("گواهی", "the certificate"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> Certificate {
    work.because(reason)
    var row = try work.require(Certificate.self, certificate)
    guard row.revokedOn == nil else {
      throw Refusal.conflict(
        "training.revoked-already", Texts("این گواهی پیش‌تر باطل شده است.", "This certificate was revoked already."))
    }
    row.revokedOn = work.day
    return try work.update(row)
  }
}
