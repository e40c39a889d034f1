public import Contracts
public import Persian
public import Registry
public import Values

/// Where a programme happens (S0: educational, work and military settings count as places too).
public struct Neighbourhood: CountyRecord, CodedRecord {
  public typealias Of = NeighbourhoodEntity
  public static let table = Table("regions_neighbourhood", reach: .county)

  public var id = ID<NeighbourhoodEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var name: String
  public var nameKey: KeyText
  public var sortKey: KeyBytes
  public var setting: Setting
  /// S1: harm-prone areas and informal settlements come first.
  public var isHarmProne: Bool
  public var isInformalSettlement: Bool
}

/// The settings of S0.
public enum Setting: String, Choice {
  case urban, rural, kindergarten, school, university, work, military

  public var texts: Texts {
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
