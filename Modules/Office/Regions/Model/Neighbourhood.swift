import Contracts
import Feature

/// Where a programme happens (S0: educational, work and military settings count as places too).
struct Neighbourhood: CountyRecord, CodedRecord {
  typealias Of = NeighbourhoodEntity
  static let table = Table("regions_neighbourhood", reach: .county)
  static let naming = Naming("name", foundBy: [.nameKey("name_key")])

  var id = ID<NeighbourhoodEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var name: String
  var nameKey: KeyText
  var sortKey: KeyBytes
  var setting: Setting
  /// S1: harm-prone areas and informal settlements come first.
  var isHarmProne: Bool
  var isInformalSettlement: Bool
}

/// The settings of S0.
enum Setting: String, Choice {
  case urban, rural, kindergarten, school, university, work, military

  var texts: Texts {
    switch self {
    case .urban: Texts("محلهٔ شهری", "urban neighbourhood")
    case .rural: Texts("محلهٔ روستایی", "rural neighbourhood")
    case .kindergarten: Texts("مهد کودک", "kindergarten")
    case .school: Texts("مدرسه", "school")
    case .university: Texts("دانشگاه", "university")
    case .work: Texts("محیط کاری", "workplace")
    case .military: Texts("محیط نظامی", "military setting")
    }
  }
}
