public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum ChoiceExtensionEntity: Entity {
  public static let object = "mobilisation.extension"
  public static let texts = Texts("تمدید مهلت انتخاب محله", "extension of the choice")
}

/// More days for the choice of a target neighbourhood, with the reason and what it rests on.
public struct ChoiceExtension: ProvincialRecord {
  public typealias Of = ChoiceExtensionEntity
  public static let table = Table("mobilisation_extension", reach: .province)

  public var id = ID<ChoiceExtensionEntity>(0)
  public var rev = 0
  public var province: Province
  public var clinic: ID<ClinicEntity>
  public var days: Int
  public var previousDue: JalaliDay
  public var due: JalaliDay
  public var reason: String
  /// Letter, article or order.
  public var citation: String
}
