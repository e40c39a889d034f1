public import Registry
public import Rules
public import Store

/// The two indicators of S0, measured once a year, frozen with their evidence and recomputable.
public struct MonitoringModule: FeatureModule {
  public static let manifest = Manifest(
    "monitoring", "پایش", "Monitoring", after: ["regions", "groups", "training", "institutes", "healthbases"])

  public init(_ kernel: Kernel) throws {}

  public var migrations: [Migration] { [MonitoringSchema.tables] }
  public var records: [any Record.Type] { [Measurement.self, Evidence.self] }
  public var rules: [any Rule.Type] {
    [Coverage.self, CoverageTarget.self, GrowthTarget.self, YearlyMeasurement.self, MeasurementApproval.self]
  }
  public var actions: [any Action.Type] { [MeasureYear.self, ApproveMeasurement.self] }
  public var queries: [any Query.Type] { [ShowIndicators.self, ShowMeasurement.self, RecomputeMeasurement.self] }
  public var lists: [any ListQuery.Type] { [ListMeasurements.self, ListEvidence.self] }
}
