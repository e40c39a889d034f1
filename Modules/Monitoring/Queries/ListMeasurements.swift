import Contracts
import Feature

struct ListMeasurements: ListQuery {
  var province: Province?
  var year: Int?
  var state: MeasurementState?

  struct Item: Codable, Sendable {
    var id: ID<MeasurementEntity>
    var code: String
    var province: Province
    var year: Int
    var revision: Int
    var state: MeasurementState
    var asOf: JalaliDay
    var coverage: CoverageFigure
    var growth: GrowthFigure
    var digest: String
  }

  static let spec = Spec(
    "monitoring.measurements", "اندازه‌گیری‌ها", "Measurements", "/monitoring/measurements",
    permission: .monitoringRead,
    fields: ["province": ("استان", "province"), "year": ("سال جلالی", "Jalali year"), "state": ("وضعیت", "state")], verb: "list")

  func selection() -> Selection {
    Selection(from: "monitoring_measurement t")
      .filter("t.province = ?", province)
      .filter("t.year = ?", year)
      .filter("t.state = ?", state)
  }
}

/// The records behind a figure of a measurement.
struct ListEvidence: ListQuery {
  var measurement: Ref<MeasurementEntity>
  var figure: EvidenceFigure?

  struct Item: Codable, Sendable {
    var id: ID<EvidenceEntity>
    var figure: EvidenceFigure
    var object: String
    var sources: String
  }

  static let spec = Spec(
    "monitoring.drilldown", "مستندات یک شاخص", "Records behind a figure",
    "/monitoring/measurements/{measurement}/records", permission: .monitoringRead,
    fields: ["measurement": ("اندازه‌گیری", "the measurement"), "figure": ("عدد", "the figure")])

  func selection() -> Selection {
    Selection(from: "monitoring_evidence t JOIN monitoring_measurement m ON m.id = t.measurement")
      .refer(measurement, "m.id = ?")
      .filter("t.figure = ?", figure)
  }
}
