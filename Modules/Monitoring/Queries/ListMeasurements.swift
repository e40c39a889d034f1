public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListMeasurements: ListQuery {
  public var province: Province?
  public var year: Int?
  public var state: MeasurementState?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var year: Int
    public var revision: Int
    public var state: MeasurementState
    public var asOf: JalaliDay
    public var coverage: CoverageFigure
    public var growth: GrowthFigure
    public var digest: String
  }

  public static let spec = Spec(
    "monitoring.measurements", "اندازه‌گیری‌ها", "Measurements", "/monitoring/measurements",
    permission: .monitoringRead,
    fields: ["province": ("استان", "province"), "year": ("سال جلالی", "Jalali year"), "state": ("وضعیت", "state")])

  public func selection() -> Selection {
    Selection(from: "monitoring_measurement t")
      .filter("t.province = ?", province)
      .filter("t.year = ?", year)
      .filter("t.state = ?", state)
  }
}

/// The records behind a figure of a measurement.
public struct ListEvidence: ListQuery {
  public var measurement: Ref<MeasurementEntity>
  public var figure: EvidenceFigure?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var figure: EvidenceFigure
    public var object: String
    public var sources: String
  }

  public static let spec = Spec(
    "monitoring.drilldown", "مستندات یک شاخص", "Records behind a figure",
    "/monitoring/measurements/{measurement}/records", permission: .monitoringRead,
    fields: ["measurement": ("اندازه‌گیری", "the measurement"), "figure": ("عدد", "the figure")])

  public func selection() -> Selection {
    Selection(from: "monitoring_evidence t JOIN monitoring_measurement m ON m.id = t.measurement")
      .refer(measurement, row: "m.id = ?", code: "m.code = ?")
      .filter("t.figure = ?", figure)
  }
}
