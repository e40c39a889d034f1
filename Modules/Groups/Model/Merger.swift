import Contracts
import Feature

enum MergerEntity: Entity {
  static let object = "groups.merger"
  static let prefix: String? = "ME"
  static let texts = Texts("ادغام گروه", "merger of a group")
}

/// One merger of a group into another, with what is needed to undo it.
struct Merger: CountyRecord {
  typealias Of = MergerEntity
  static let table = Table("groups_merger", reach: .county, seenWith: ["group_id"])

  var id = ID<MergerEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  /// Into which its members went over.
  var survivor: ID<GroupEntity>
  /// Their last day in the group.
  var mergedOn: JalaliDay
  /// Where the group stood.
  var former: GroupState
  /// Where it would have gone on, had it been suspended.
  var resumesAs: GroupState?

  /// Its name in the ledger.
  var object: String { "\(MergerEntity.object)/\(id.raw)" }
}
