public import Contracts
public import Persian
public import Registry
public import Values

public enum MaturityRoundEntity: Entity {
  public static let object = "groups.round"
  public static let texts = Texts("دور ارزیابی بالندگی", "round of maturity assessment")
}

/// A round in which people assess a group independently.
///
/// It is complete with the last assessment that the rule asks for.
public struct MaturityRound: CountyRecord {
  public typealias Of = MaturityRoundEntity
  public static let table = Table("groups_round", reach: .county)

  public var id = ID<MaturityRoundEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  /// 1 is the group's first.
  public var number: Int
  public var state = RoundState.open
}

public enum RoundState: String, Choice {
  case open, complete, accepted

  public var texts: Texts {
    switch self {
    case .open: Texts("در جریان", "open")
    case .complete: Texts("کامل", "complete")
    case .accepted: Texts("پذیرفته‌شده", "accepted")
    }
  }
}
