import Contracts
import Feature

enum RequestRefusalEntity: Entity {
  static let object = "groups.refusal"
  static let prefix: String? = "RF"
  static let texts = Texts("رد درخواست", "refusal of a request")
}

/// One refusal of a formation request; what an objection is raised against.
struct RequestRefusal: CountyRecord {
  typealias Of = RequestRefusalEntity
  static let table = Table("groups_refusal", reach: .county, seenWith: ["group_id"])

  var id = ID<RequestRefusalEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var refusedOn: JalaliDay
  var reason: Personal<String>
}
