import Contracts
public import Feature

/// The deadlines desk: one table of time limits for the whole house, swept nightly, and the notices that come of it.
public enum DeadlinesModule: FeatureModule {
  public static let module = Module(
    "deadlines", "مهلت‌ها", "Deadlines", after: ["regions"],
    availability: .always,
    words: words,
    migrations: [DeadlinesSchema.tables, DeadlinesSchema.states, DeadlinesSchema.roles],
    records: [TimeLimit.self, DeadlineRole.self, ClockStop.self, Notice.self],
    rules: [DeadlineWarnings.self, DeadlineLifecycle.self, ClockStopInTime.self],
    actions: [StopClock.self, ResumeClock.self, AcknowledgeNotice.self],
    queries: [ShowDeadline.self, MyNotices.self],
    lists: [ListDeadlines.self, ListStops.self],
    nightly: [DeadlineSweep.self],
    provisions: [
      .provides((any DeadlinesContract).self, DeadlinesContractProvider()),
      .provides((any RunningDeadlines).self, RunningDeadlinesProvider()),
    ])
}
