public import Registry

public struct PeopleModule: FeatureModule {
  public static let manifest = Manifest("people", "اشخاص", "People", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
