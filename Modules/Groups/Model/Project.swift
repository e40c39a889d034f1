import Contracts
import Feature

enum ProjectEntity: Entity {
  static let object = "groups.project"
  static let prefix: String? = "PJ"
  static let texts = Texts("پروژهٔ محلی", "local project")
}

/// A local project of an action plan (S1-7), with its budget by origin (S0).
struct Project: CountyRecord {
  typealias Of = ProjectEntity
  static let table = Table("groups_project", reach: .county)
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
