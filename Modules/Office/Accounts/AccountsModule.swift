public import Registry

public struct AccountsModule: FeatureModule {
  public static let manifest = Manifest("accounts", "همکاران", "Accounts", isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
