import Contracts
import Feature

enum PostEntity: Entity {
  static let object = "accounts.post"
  static let prefix: String? = "PO"
  static let texts = Texts("سمت", "post")
}

/// A role that somebody holds in a region, from a day until a day.
struct Post: Record {
  typealias Of = PostEntity
  static let table = Table("accounts_post", reach: .county)
  static let naming = Naming("role")

  var id = ID<PostEntity>(0)
  var rev = 0
  var staff: ID<StaffEntity>
  var role: String
  /// nil for the whole nation.
  var province: Province?
  var county: ID<CountyEntity>?
  var validFrom: JalaliDay
  var validUntil: JalaliDay?
}
