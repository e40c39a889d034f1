import Contracts
public import Feature

/// The objections desk: decisions handed over to those they concern, objections to them, and the answers of the superiors.
public enum ObjectionsModule: FeatureModule {
  public static let module = Module(
    "objections", "اعتراض‌ها", "Objections", after: ["regions", "deadlines"],
    availability: .always,
    words: words,
    migrations: [ObjectionsSchema.tables, ObjectionsSchema.pending],
    records: [HandOver.self, PendingHandOver.self, Objection.self],
    rules: [
      ObjectionTerm.self, InstituteObjectionTerm.self, HandOverDay.self, PendingHandOverLifecycle.self, Superior.self,
      ObjectionLifecycle.self,
    ],
    actions: [HandOverDecision.self, CorrectHandOver.self, RaiseObjection.self, WithdrawObjection.self, DecideObjection.self],
    queries: [ShowObjection.self, ShowDecision.self],
    lists: [ListObjections.self, ListHandOvers.self, ListPendingHandOvers.self],
    provisions: [.provides((any ObjectionsContract).self, ObjectionsContractProvider())])
}
