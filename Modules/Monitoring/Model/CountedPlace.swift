import Contracts
import Feature

enum CountedPlaceEntity: Entity {
  static let object = "monitoring.place"
  static let prefix: String? = "CP"
  static let texts = Texts("محلهٔ شمرده‌شده", "place behind a figure")
}

/// A place that was counted into a measurement, once. Bound by the measurement's digest like the other records behind it.
struct CountedPlace: ProvincialRecord {
  typealias Of = CountedPlaceEntity
  static let table = Table("monitoring_place", reach: .province, isAudited: false, seenWith: ["neighbourhood"])

  var id = ID<CountedPlaceEntity>(0)
  var rev = 0
  var province: Province
  var measurement: ID<MeasurementEntity>
  var neighbourhood: ID<NeighbourhoodEntity>
  /// nil where nobody had counted; the place counts 0 then.
  var residents: Int?
  var residentsYear: Int?
  /// Modules that named it, joined by commas.
  var sources: String

  /// The same before it is kept.
  struct Facts: Hashable, Comparable {
    var neighbourhood: ID<NeighbourhoodEntity>
    var residents: Int?
    var residentsYear: Int?
    var sources: String

    var text: String {
      let count = residents.map { "\($0) (\(residentsYear ?? 0))" } ?? "-"
      return "\(ThingName(neighbourhood)) \(count) \(sources)"
    }

    static func < (left: Self, right: Self) -> Bool { left.neighbourhood < right.neighbourhood }
  }

  var facts: Facts { Facts(neighbourhood: neighbourhood, residents: residents, residentsYear: residentsYear, sources: sources) }
}
