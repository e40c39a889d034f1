public import Registry

public struct GroupsModule: FeatureModule {
  public static let manifest = Manifest("groups", "گروه‌ها", "Groups", after: ["mobilisation"])

  public init(_ kernel: Kernel) throws {}
}
