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
    var object: ThingName
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

/// A measurement with its lineage: the revisions of the same province and year.
struct ShowMeasurement: Query {
  var measurement: Ref<MeasurementEntity>

  struct Output: Codable, Sendable {
    var measurement: Measurement
    var records: Int
    var lineage: [Revision]
    /// What a revision would change today; nil for a revision that is not the newest, and for whoever sees one county only.
    var pending: [Difference]?
    /// Whether so much is pending that a revision is asked for.
    var isRevisionAsked: Bool?
    var sentences: [Texts]
  }

  struct Revision: Codable, Sendable {
    var code: String
    var revision: Int
    var state: MeasurementState
    var measuredOn: JalaliDay
    var digest: String
    var differences: [Difference]
  }

  static let spec = Spec(
    "monitoring.measurement", "یک اندازه‌گیری", "One measurement", "/monitoring/measurements/{measurement}",
    permission: .monitoringRead, fields: ["measurement": ("اندازه‌گیری", "the measurement")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Measurement.self, measurement)
    let all = try snapshot.all(
      Measurement.self, "province = ? AND year = ? ORDER BY revision", row.province, row.year)
    let pending = try PendingDifferences(of: row, isNewest: all.last?.id == row.id, in: snapshot)
    return Output(
      measurement: row,
      records: try snapshot.count("SELECT count(*) FROM monitoring_evidence WHERE measurement = ?", row.id),
      lineage: all.map {
        Revision(
          code: $0.code, revision: $0.revision, state: $0.state, measuredOn: $0.measuredOn, digest: $0.digest,
          differences: $0.differences)
      }, pending: pending?.differences, isRevisionAsked: pending?.isRevisionAsked,
      sentences: row.sentences + (pending?.sentences ?? []))
  }
}

/// Counts a frozen measurement again, under the parameters of its day, and says what differs.
struct RecomputeMeasurement: Query {
  var measurement: Ref<MeasurementEntity>

  struct Output: Codable, Sendable {
    var code: String
    var isEqual: Bool
    /// Whether the frozen figures and records still give the digest that was written into the ledger.
    var isIntact: Bool
    var frozenDigest: String
    var digestNow: String
    var differences: [Difference]
    var sentences: [Texts]
  }

  static let spec = Spec(
    "monitoring.recompute", "محاسبهٔ دوباره", "Recompute a measurement",
    "/monitoring/measurements/{measurement}/recomputation", permission: .monitoringRead,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Measurement.self, measurement)
    try MeasuredPlace.check(row.province, .monitoringRead, snapshot)
    let frozen = try FrozenFigures(row, in: snapshot)
    let now = FrozenFigures(try row.countedAgain(in: snapshot), against: frozen)
    let digest = try now.digest(in: snapshot)
    let (isEqual, isIntact) = (digest == row.digest, try frozen.digest(in: snapshot) == row.digest)
    let differences = try now.differences(from: frozen)
    return Output(
      code: row.code, isEqual: isEqual, isIntact: isIntact, frozenDigest: row.digest, digestNow: digest, differences: differences,
      sentences: Output.sentences(row.code, isEqual: isEqual, isIntact: isIntact, differences: differences.count))
  }
}
