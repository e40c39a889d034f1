import Contracts
public import Feature

/// The configuration desk: which modules work where, which numbers are in force where, since when, on whose word.
public enum ConfigurationModule: FeatureModule {
  public static let module = Module(
    "configuration", "پیکربندی", "Configuration",
    availability: .always,
    words: words,
    migrations: [ConfigurationSchema.tables, ConfigurationSchema.changes],
    records: [ModuleSwitch.self, ParameterSetting.self, RuleChange.self, ChangeItem.self],
    rules: [ModuleDependencies.self, ParameterChange.self, ChangeTerms.self, ChangeLifecycle.self, NotInForceYet.self],
    actions: [
      SwitchModule.self, SetParameter.self, ProposeChange.self, CorrectPast.self, ApproveChange.self, RejectChange.self,
      WithdrawChange.self,
    ],
    queries: [ShowRules.self, ExplainRule.self, ShowChange.self],
    lists: [ListSwitches.self, ListSettings.self, ListChanges.self],
    provisions: [.provides((any ConfigurationSource).self, ConfigurationProvider())],
    hooks: Hooks(
      decidesWhatIsInForce: true, rulesInForce: ShowRules.self,
      remedies: Remedies(
        explainingRule: ExplainRule.self, settingParameter: SetParameter.self, switchingModule: SwitchModule.self)))
}
