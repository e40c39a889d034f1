public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum PlanEntity: Entity {
  public static let object = "groups.plan"
  public static let texts = Texts("برنامهٔ اقدام", "action plan")
}

/// An action plan (S0 "programme", S2), drawn from a locked needs ranking. One is current in a group.
public struct Plan: CountyRecord {
  public typealias Of = PlanEntity
  public static let table = Table("groups_plan", reach: .county)

  public var id = ID<PlanEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var title: String
  public var ranking: ID<RankingEntity>
  public var rankingCode: String
  public var adoptedOn: JalaliDay
  public var startedOn: JalaliDay?
  public var state = PlanState.adopted
}

public enum PlanState: String, Choice {
  case adopted, started, superseded

  public var texts: Texts {
    switch self {
    case .adopted: Texts("تصویب‌شده", "adopted")
    case .started: Texts("آغازشده", "started")
    case .superseded: Texts("جایگزین‌شده", "superseded")
    }
  }
}
