import Contracts
import Feature

enum RevocationEntity: Entity {
  static let object = "training.revocation"
  static let prefix: String? = "RV"
  static let texts = Texts("ابطال گواهی دوره", "revocation of a certificate")
}

/// That a certificate was taken back, and whether an objection undid it.
struct Revocation: ProvincialRecord {
  typealias Of = RevocationEntity
  static let table = Table("training_revocation", reach: .province, seenWith: ["certificate"])

  var id = ID<RevocationEntity>(0)
  var rev = 0
  var province: Province
  var certificate: ID<CertificateEntity>
  var revokedOn: JalaliDay
  var overturnedOn: JalaliDay?

  /// Its name in the ledger.
  var object: String { "\(RevocationEntity.object)/\(id.raw)" }
}
