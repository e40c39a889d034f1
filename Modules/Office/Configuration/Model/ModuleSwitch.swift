import Contracts
import Feature

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
