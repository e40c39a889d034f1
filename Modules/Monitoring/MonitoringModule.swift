public import Registry

public struct MonitoringModule: FeatureModule {
  public static let manifest = Manifest("monitoring", "پایش", "Monitoring", after: ["groups", "training", "institutes", "healthbases"])

  public init(_ kernel: Kernel) throws {}
}
