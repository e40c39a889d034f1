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

enum KeyPersonEntity: Entity {
  static let object = "mobilisation.key-person"
  static let prefix: String? = "KP"
  static let texts = Texts("فرد کلیدی", "key person")
}

/// Somebody whom a neighbourhood listens to; one person may be of several kinds.
struct KeyPerson: CountyRecord {
  typealias Of = KeyPersonEntity
  static let table = Table("mobilisation_key_person", reach: .county)

  var id = ID<KeyPersonEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var person: ID<PersonEntity>
  var kind: KeyPersonKind
  var namedOn: JalaliDay
}

/// The four kinds of S2 ("first assessment of the target neighbourhoods").
enum KeyPersonKind: String, Choice {
  case trusted, educated, manager, active

  var texts: Texts {
    switch self {
    case .trusted: Texts("معتمد", "trusted person")
    case .educated: Texts("تحصیل‌کرده", "educated person")
    case .manager: Texts("مدیر", "manager")
    case .active: Texts("فعال و مشارکت‌پذیر", "active person")
    }
  }
}
