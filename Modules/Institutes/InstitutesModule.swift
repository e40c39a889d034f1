public import Registry

public struct InstitutesModule: FeatureModule {
  public static let manifest = Manifest("institutes", "مؤسسات", "Institutes", after: ["groups", "enquiries", "documents"])

  public init(_ kernel: Kernel) throws {}
}
