import Contracts
import Feature

enum SettingEntity: Entity {
  static let object = "configuration.setting"
  static let prefix: String? = "SG"
  static let texts = Texts("مقدار قاعده", "rule parameter")
}

/// A value for one parameter of one rule, from a day on, with the source it rests on. Succeeded, never edited.
struct ParameterSetting: Record {
  typealias Of = SettingEntity
  static let table = Table("configuration_setting", reach: .nation)

  var id = ID<SettingEntity>(0)
  var rev = 0
  var rule: String
  var parameter: String
  /// nil for the nation.
  var province: Province?
  var fromDay: JalaliDay
  /// JSON text of the value.
  var value: String
  var source: String
  /// A national value that provinces may not override.
  var isLocked: Bool
}

enum SwitchEntity: Entity {
  static let object = "configuration.switch"
  static let prefix: String? = "SW"
  static let texts = Texts("کلید ماژول", "module switch")
}

/// A module is on or off in a province (or, without one, in the nation) from a day on. Succeeded, never edited.
struct ModuleSwitch: Record {
  typealias Of = SwitchEntity
  static let table = Table("configuration_switch", reach: .nation)

  var id = ID<SwitchEntity>(0)
  var rev = 0
  var module: String
  var province: Province?
  var fromDay: JalaliDay
  var isOn: Bool
  var source: String
}
