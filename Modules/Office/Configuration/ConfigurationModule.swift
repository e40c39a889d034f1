public import Registry
public import Rules
public import Store

/// The configuration desk: which modules work where, which numbers are in force where, since when, on whose word.
public struct ConfigurationModule: FeatureModule {
  public static let manifest = Manifest("configuration", "پیکربندی", "Configuration", isSwitchable: false)

  public init(_ kernel: Kernel) throws {
    try kernel.publish((any ConfigurationSource).self, ConfigurationAnswers(kernel: kernel))
  }

  public var migrations: [Migration] { [ConfigurationSchema.tables] }
  public var records: [any Record.Type] { [ModuleSwitch.self, ParameterSetting.self] }
  public var rules: [any Rule.Type] { [ModuleDependencies.self, ParameterChange.self] }
  public var actions: [any Action.Type] { [SwitchModule.self, SetParameter.self] }
  public var queries: [any Query.Type] { [ShowRules.self, ExplainRule.self] }
  public var lists: [any ListQuery.Type] { [ListSwitches.self, ListSettings.self] }
}
