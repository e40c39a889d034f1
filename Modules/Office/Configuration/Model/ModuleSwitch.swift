public import Jalali
public import Persian
public import Registry
public import Values

public enum SwitchEntity: Entity {
  public static let object = "configuration.switch"
  public static let texts = Texts("کلید ماژول", "module switch")
}

/// A module is on or off in a province (or, without one, in the nation) from a day on. Succeeded, never edited.
public struct ModuleSwitch: Record {
  public typealias Of = SwitchEntity
  public static let table = Table("configuration_switch", reach: .nation)

  public var id = ID<SwitchEntity>(0)
  public var rev = 0
  public var module: String
  public var province: Province?
  public var fromDay: JalaliDay
  public var isOn: Bool
  public var source: String
}
