import Contracts
import Feature

enum CandidateEntity: Entity {
  static let object = "mobilisation.candidate"
  static let prefix: String? = "CN"
  static let texts = Texts("محلهٔ نامزد", "candidate neighbourhood")
}

/// A neighbourhood that was weighed for a clinic: the chosen one, or an alternative with the reason why not.
struct CandidateNeighbourhood: ProvincialRecord {
  typealias Of = CandidateEntity
  static let table = Table("mobilisation_candidate", reach: .province)

  var id = ID<CandidateEntity>(0)
  var rev = 0
  var province: Province
  var clinic: ID<ClinicEntity>
  var neighbourhood: ID<NeighbourhoodEntity>
  /// Each 0 to 100.
  var harm: Int
  var need: Int
  var capacity: Int
  var access: Int
  /// Sum of score times weight under the parameters of the day of the choice.
  var total: Int
  var isChosen: Bool
  var rejectionReason: String?
}
