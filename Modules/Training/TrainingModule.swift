public import Registry

public struct TrainingModule: FeatureModule {
  public static let manifest = Manifest("training", "آموزش", "Training", after: ["people", "documents"])

  public init(_ kernel: Kernel) throws {}
}
