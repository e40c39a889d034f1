import Contracts
public import Feature

/// Tools that groups borrow: registered, lent, taken back, retired.
public enum ToolshedModule: FeatureModule {
  public static let module = Module(
    "toolshed", "انبار وسایل", "Toolshed", after: ["groups"],
    words: words,
    migrations: [ToolshedSchema.tables],
    records: [Tool.self],
    rules: [ToolLifecycle.self, LoanTerm.self],
    actions: [RegisterTool.self, LendTool.self, TakeBackTool.self, RetireTool.self],
    lists: [ListTools.self])
}
