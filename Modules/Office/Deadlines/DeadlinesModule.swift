import Contracts
public import Registry
public import Rules
public import Store

/// The deadlines desk: one table of time limits for the whole house, swept nightly, and the notices that come of it.
public struct DeadlinesModule: FeatureModule {
  public static let manifest = Manifest("deadlines", "مهلت‌ها", "Deadlines", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any DeadlinesDesk).self, DeadlinesAnswers()) }

  public var migrations: [Migration] { [DeadlinesSchema.tables] }
  public var records: [any Record.Type] { [TimeLimit.self, ClockStop.self, Notice.self] }
  public var rules: [any Rule.Type] { [DeadlineWarnings.self, ClockStep.self] }
  public var actions: [any Action.Type] { [StopClock.self, ResumeClock.self, AcknowledgeNotice.self] }
  public var queries: [any Query.Type] { [ShowDeadline.self, MyNotices.self] }
  public var lists: [any ListQuery.Type] { [ListDeadlines.self, ListStops.self] }
  public var nightly: [any NightlyTask.Type] { [DeadlineSweep.self] }
}
