import Contracts
import Feature

/// The places behind a measurement, with how many people live there; without a count they have counted 0.
struct ListPlaces: ListQuery {
  var measurement: Ref<MeasurementEntity>

  struct Item: Codable, Sendable {
    var id: ID<CountedPlaceEntity>
    var neighbourhood: ID<NeighbourhoodEntity>
    var residents: Int?
    var residentsYear: Int?
    var sources: String
  }

  static let spec = Spec(
    "monitoring.places", "محله‌های یک شاخص", "Places behind a figure", "/monitoring/measurements/{measurement}/places",
    permission: .monitoringRead, fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func selection() -> Selection {
    Selection(from: "monitoring_place t JOIN monitoring_measurement m ON m.id = t.measurement").refer(measurement, "m.id = ?")
  }
}
