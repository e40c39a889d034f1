import Contracts
import Feature

enum FoundingEntity: Entity {
  static let object = "groups.founding"
  static let prefix: String? = "FD"
  static let texts = Texts("صورتجلسهٔ تأسیس", "founding minutes")
}

/// The founding minutes (S0): they make a forming group a formed one.
struct Founding: CountyRecord {
  typealias Of = FoundingEntity
  static let table = Table("groups_founding", reach: .county)

  var id = ID<FoundingEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var day: JalaliDay
  /// Members on that day.
  var members: Int
  /// Names persons, therefore encrypted.
  var minutes: Secret<String>
}
