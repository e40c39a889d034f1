public import Registry

public struct DeadlinesModule: FeatureModule {
  public static let manifest = Manifest("deadlines", "مهلت‌ها", "Deadlines", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
