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
  static let table = Table("groups_plan", reach: .county)
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
