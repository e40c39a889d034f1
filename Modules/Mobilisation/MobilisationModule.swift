public import Registry

public struct MobilisationModule: FeatureModule {
  public static let manifest = Manifest(
    "mobilisation", "بسیج محلی", "Mobilisation", after: ["regions", "people", "documents", "deadlines"])

  public init(_ kernel: Kernel) throws {}
}
