import Contracts
import Feature

enum PlanEntity: Entity {
  static let object = "groups.plan"
  static let prefix: String? = "PL"
  static let texts = Texts("برنامهٔ اقدام", "action plan")
}

/// An action plan (S0 "programme", S2), drawn from a locked needs ranking. One is current in a group.
struct Plan: CountyRecord, StatefulRecord {
  typealias Of = PlanEntity
  typealias Machine = PlanLifecycle
  static let table = Table("groups_plan", reach: .county, seenWith: ["group_id"])
  static let naming = Naming("title")

  var id = ID<PlanEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var title: String
  var ranking: ID<RankingEntity>
  var rankingCode: String
  var adoptedOn: JalaliDay
  var startedOn: JalaliDay?
  var state = PlanState.adopted
}

enum PlanState: String, Choice {
  case adopted, started, superseded

  var texts: Texts {
    switch self {
    case .adopted: Texts("تصویب‌شده", "adopted")
    case .started: Texts("آغازشده", "started")
    case .superseded: Texts("جایگزین‌شده", "superseded")
    }
  }
}

enum ProjectEntity: Entity {
  static let object = "groups.project"
  static let prefix: String? = "PJ"
  static let texts = Texts("پروژهٔ محلی", "local project")
}

/// A local project of an action plan (S1-7), with its budget by origin (S0).
struct Project: CountyRecord {
  typealias Of = ProjectEntity
  static let table = Table("groups_project", reach: .county, seenWith: ["group_id"])
  static let naming = Naming("title")

  var id = ID<ProjectEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var planID: ID<PlanEntity>
  var title: String
  /// A need of the ranking, in its words.
  var need: String
  var owner: ID<PersonEntity>
  var milestones: [Milestone]
  var credits: Rial
  var peoplesContributions: Rial
  var ownContribution: Rial
  var closedOn: JalaliDay?
  var outcome: ProjectOutcome?
  var result: String?
}

struct Milestone: Codable, Sendable, Equatable {
  var title: String
  var due: JalaliDay
}

enum ProjectOutcome: String, Choice {
  case achieved, partlyAchieved, notAchieved

  var texts: Texts {
    switch self {
    case .achieved: Texts("به هدف رسید", "achieved")
    case .partlyAchieved: Texts("تا اندازه‌ای به هدف رسید", "partly achieved")
    case .notAchieved: Texts("به هدف نرسید", "not achieved")
    }
  }
}
