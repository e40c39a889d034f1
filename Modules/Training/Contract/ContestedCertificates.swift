import Contracts
import Feature

/// What is decided against whoever completed a course: the certificate is revoked.
struct ContestedCertificates: ContestedDecisions {
  let object = CertificateEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    guard let certificate = try snapshot.find(Certificate.self, ID(row)),
      let revocation = try snapshot.first(Revocation.self, "certificate = ? AND overturned_on IS NULL", certificate.id)
    else { return [] }
    return [
      .init(
        name: revocation.object,
        texts: Texts("ابطال گواهی \(certificate.code)", "revocation of the certificate \(certificate.code)"),
        takenOn: revocation.revokedOn, superiors: [.provincialDirector, .nationalAdmin])
    ]
  }

  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {}

  // Nothing is put off: what was taken back of the settlement was taken back with the certificate.
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {}

  /// It counts as if it had never been revoked. One that was issued for the same course meanwhile stands in its place. What was
  /// taken back with it is settled again as usual.
  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    var certificate = try work.require(Certificate.self, ID(row))
    guard var revocation = try work.first(Revocation.self, "certificate = ? AND overturned_on IS NULL", certificate.id) else { return }
    revocation.overturnedOn = work.day
    try work.update(revocation)
    guard try work.first(Certificate.self, "enrolment = ? AND revoked_on IS NULL", certificate.enrolment) == nil else { return }
    certificate.revokedOn = nil
    try work.update(certificate)
  }
}
