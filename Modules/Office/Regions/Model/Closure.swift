import Contracts
import Feature

enum ClosureEntity: Entity {
  static let object = "regions.closure"
  static let prefix: String? = "CS"
  static let texts = Texts("روز تعطیل", "closed day")
}

/// A day on which the offices of a province are closed by order (heat, cold, air), beside the known holidays.
struct Closure: ProvincialRecord {
  typealias Of = ClosureEntity
  static let table = Table("regions_closure", reach: .province)

  var id = ID<ClosureEntity>(0)
  var rev = 0
  var province: Province
  var day: JalaliDay
  var reason: String
}
