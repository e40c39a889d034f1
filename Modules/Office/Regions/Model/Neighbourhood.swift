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

/// A county (shahrestan). Boundaries change: rows are valid from a day until a day, and are never rewritten.
struct County: Record {
  typealias Of = CountyEntity
  static let table = Table("regions_county", reach: .nation, isShared: true)
  static let naming = Naming("name", code: "statistical_code", foundBy: [.exact("statistical_code"), .nameKey("name_key")])

  var id = ID<CountyEntity>(0)
  var rev = 0
  var province: Province
  /// Four digits of the Statistical Centre; nil where none is known.
  var statisticalCode: String?
  var name: String
  /// Folded, so that spelling variants do not make two counties.
  var nameKey: KeyText
  var validFrom: JalaliDay
  var validUntil: JalaliDay?
}

extension Neighbourhood: RoadRecord {
  static var road: RoadPlace { RoadPlace(.neighbourhood) }
}
