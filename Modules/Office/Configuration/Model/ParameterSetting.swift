public import Jalali
public import Persian
public import Registry
public import Values

public enum SettingEntity: Entity {
  public static let object = "configuration.setting"
  public static let texts = Texts("مقدار قاعده", "rule parameter")
}

/// A value for one parameter of one rule, from a day on, with the source it rests on. Succeeded, never edited.
public struct ParameterSetting: Record {
  public typealias Of = SettingEntity
  public static let table = Table("configuration_setting", reach: .nation)

  public var id = ID<SettingEntity>(0)
  public var rev = 0
  public var rule: String
  public var parameter: String
  /// nil for the nation.
  public var province: Province?
  public var fromDay: JalaliDay
  /// JSON text of the value.
  public var value: String
  public var source: String
  /// A national value that provinces may not override.
  public var isLocked: Bool
}
