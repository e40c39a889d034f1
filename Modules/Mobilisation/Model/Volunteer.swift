import Contracts
import Feature

enum VolunteerEntity: Entity {
  static let object = "mobilisation.volunteer"
  static let prefix: String? = "VL"
  static let texts = Texts("داوطلب", "volunteer")
}

/// Somebody who offered to help in a neighbourhood and consented to being registered (S0, S1).
struct Volunteer: CountyRecord {
  typealias Of = VolunteerEntity
  static let table = Table("mobilisation_volunteer", reach: .county)

  var id = ID<VolunteerEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var person: ID<PersonEntity>
  var consentedOn: JalaliDay
}
