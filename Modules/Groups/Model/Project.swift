public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum ProjectEntity: Entity {
  public static let object = "groups.project"
  public static let texts = Texts("پروژهٔ محلی", "local project")
}

/// A local project of an action plan (S1-7), with its budget by origin (S0).
public struct Project: CountyRecord {
  public typealias Of = ProjectEntity
  public static let table = Table("groups_project", reach: .county)

  public var id = ID<ProjectEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var planID: ID<PlanEntity>
  public var title: String
  /// A need of the ranking, in its words.
  public var need: String
  public var owner: ID<PersonEntity>
  public var milestones: [Milestone]
  public var credits: Rial
  public var peoplesContributions: Rial
  public var ownContribution: Rial
  public var closedOn: JalaliDay?
  public var outcome: ProjectOutcome?
  public var result: String?
}

public struct Milestone: Codable, Sendable, Equatable {
  public var title: String
  public var due: JalaliDay
}

public enum ProjectOutcome: String, Choice {
  case achieved, partlyAchieved, notAchieved

  public var texts: Texts {
    switch self {
    case .achieved: Texts("به هدف رسید", "achieved")
    case .partlyAchieved: Texts("تا اندازه‌ای به هدف رسید", "partly achieved")
    case .notAchieved: Texts("به هدف نرسید", "not achieved")
    }
  }
}
