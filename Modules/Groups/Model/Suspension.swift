import Contracts
import Feature

enum SuspensionEntity: Entity {
  static let object = "groups.suspension"
  static let prefix: String? = "SU"
  static let texts = Texts("تعلیق گروه", "suspension of a group")
}

/// A group that stood still between two days, neither of them included: on both its members still counted. One that was
/// dissolved or merged meanwhile was not resumed.
struct Suspension: CountyRecord {
  typealias Of = SuspensionEntity
  static let table = Table("groups_suspension", reach: .county, seenWith: ["group_id"])

  var id = ID<SuspensionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var suspendedOn: JalaliDay
  var resumedOn: JalaliDay?

  /// Its name in the ledger.
  var object: String { "\(SuspensionEntity.object)/\(id.raw)" }
}
