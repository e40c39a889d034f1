import Contracts
public import Feature

/// The configuration desk: which modules work where, which numbers are in force where, since when, on whose word.
public enum ConfigurationModule: FeatureModule {
  public static let module = Module(
    "configuration", "پیکربندی", "Configuration",
    availability: .always,
    words: words,
    migrations: [ConfigurationSchema.tables],
    records: [ModuleSwitch.self, ParameterSetting.self],
    rules: [ModuleDependencies.self, ParameterChange.self],
    actions: [SwitchModule.self, SetParameter.self],
    queries: [ShowRules.self, ExplainRule.self],
    lists: [ListSwitches.self, ListSettings.self],
    provisions: [.provides((any ConfigurationSource).self, ConfigurationProvider())],
    hooks: Hooks(
      decidesWhatIsInForce: true, rulesInForce: ShowRules.self,
      remedies: Remedies(
        explainingRule: ExplainRule.self, settingParameter: SetParameter.self, switchingModule: SwitchModule.self)))
}
