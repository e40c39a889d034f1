public import Registry

public struct HealthBasesModule: FeatureModule {
  public static let manifest = Manifest("healthbases", "پایگاه‌های سلامت اجتماعی", "Health bases", after: ["institutes"])

  public init(_ kernel: Kernel) throws {}
}
