import Contracts
import Feature

enum ChoiceExtensionEntity: Entity {
  static let object = "mobilisation.extension"
  static let prefix: String? = "CX"
  static let texts = Texts("تمدید مهلت انتخاب محله", "extension of the choice")
}

/// More days for the choice of a target neighbourhood, with the reason and what it rests on.
struct ChoiceExtension: ProvincialRecord {
  typealias Of = ChoiceExtensionEntity
  static let table = Table("mobilisation_extension", reach: .province)

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
