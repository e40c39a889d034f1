public import Registry

public struct EnquiriesModule: FeatureModule {
  public static let manifest = Manifest("enquiries", "استعلام‌ها", "Enquiries", after: ["deadlines"], isSwitchable: false)

  public init(_ kernel: Kernel) throws {}
}
