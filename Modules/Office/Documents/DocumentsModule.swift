public import Registry

public struct DocumentsModule: FeatureModule {
  public static let manifest = Manifest("documents", "اسناد", "Documents", isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
