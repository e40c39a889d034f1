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
  static let table = Table("mobilisation_candidate", reach: .province, seenWith: ["clinic", "neighbourhood"])

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

enum ChoiceExtensionEntity: Entity {
  static let object = "mobilisation.extension"
  static let prefix: String? = "CX"
  static let texts = Texts("تمدید مهلت انتخاب محله", "extension of the choice")
}

/// More days for the choice of a target neighbourhood, with the reason and what it rests on.
struct ChoiceExtension: ProvincialRecord {
  typealias Of = ChoiceExtensionEntity
  static let table = Table("mobilisation_extension", reach: .province, seenWith: ["clinic"])

  var id = ID<ChoiceExtensionEntity>(0)
  var rev = 0
  var province: Province
  var clinic: ID<ClinicEntity>
  var days: Int
  var previousDue: JalaliDay
  var due: JalaliDay
  var reason: String
  /// Letter, article or order.
  var citation: String
}
