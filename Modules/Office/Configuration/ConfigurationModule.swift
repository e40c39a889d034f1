public import Registry

public struct ConfigurationModule: FeatureModule {
  public static let manifest = Manifest("configuration", "پیکربندی", "Configuration", isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
