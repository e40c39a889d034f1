import Contracts
import Feature

enum DissolutionEntity: Entity {
  static let object = "groups.dissolution"
  static let prefix: String? = "DS"
  static let texts = Texts("انحلال گروه", "dissolution of a group")
}

/// One dissolution of a group, with what is needed to undo it. An objection stays it: the group goes on until the answer.
struct Dissolution: CountyRecord, StatefulRecord {
  typealias Of = DissolutionEntity
  typealias Machine = DissolutionLifecycle
  static let table = Table("groups_dissolution", reach: .county, seenWith: ["group_id"])

  var id = ID<DissolutionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var dissolvedOn: JalaliDay
  /// Where the group stood.
  var formerState: GroupState
  /// Where it would have gone on, had it been suspended.
  var resumesAs: GroupState?
  var state = DissolutionState.inForce

  /// Its name in the ledger.
  var object: String { "\(DissolutionEntity.object)/\(id.raw)" }
}

enum DissolutionState: String, Choice {
  case inForce, stayed, overturned

  var texts: Texts {
    switch self {
    case .inForce: Texts("برقرار", "in force")
    case .stayed: Texts("متوقف تا پاسخ اعتراض", "stayed until the objection is answered")
    case .overturned: Texts("برگردانده‌شده", "overturned")
    }
  }
}
