import Contracts
import Feature

enum RejectionEntity: Entity {
  static let object = "mobilisation.rejection"
  static let prefix: String? = "RJ"
  static let texts = Texts("رد کلینیک", "rejection of a clinic")
}

/// The day on which a clinic was rejected; what an objection is raised against.
struct Rejection: ProvincialRecord {
  typealias Of = RejectionEntity
  static let table = Table("mobilisation_rejection", reach: .province, seenWith: ["clinic"])

  var id = ID<RejectionEntity>(0)
  var rev = 0
  var province: Province
  var clinic: ID<ClinicEntity>
  var rejectedOn: JalaliDay
}
