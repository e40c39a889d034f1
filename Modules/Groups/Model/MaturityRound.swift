import Contracts
import Feature

enum MaturityRoundEntity: Entity {
  static let object = "groups.round"
  static let prefix: String? = "RD"
  static let texts = Texts("دور ارزیابی بالندگی", "round of maturity assessment")
}

/// A round in which people assess a group independently.
///
/// It is complete with the last assessment that the rule asks for.
struct MaturityRound: CountyRecord, StatefulRecord {
  typealias Of = MaturityRoundEntity
  typealias Machine = MaturityRoundLifecycle
  static let table = Table("groups_round", reach: .county)

  var id = ID<MaturityRoundEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  /// 1 is the group's first.
  var number: Int
  var state = RoundState.open
}

enum RoundState: String, Choice {
  case open, complete, accepted

  var texts: Texts {
    switch self {
    case .open: Texts("در جریان", "open")
    case .complete: Texts("کامل", "complete")
    case .accepted: Texts("پذیرفته‌شده", "accepted")
    }
  }
}
