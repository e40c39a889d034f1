import Contracts
public import Feature

/// The two indicators of S0, measured once a year, frozen with their evidence and recomputable.
public enum MonitoringModule: FeatureModule {
  public static let module = Module(
    "monitoring", "پایش", "Monitoring", after: ["regions", "groups", "training", "institutes", "healthbases"],
    words: words,
    migrations: [MonitoringSchema.tables, MonitoringSchema.states],
    records: [Measurement.self, Evidence.self],
    rules: [
      Coverage.self, CoverageTarget.self, GrowthTarget.self, YearlyMeasurement.self, MeasurementLifecycle.self, NewestRevision.self,
    ],
    actions: [MeasureYear.self, ApproveMeasurement.self],
    queries: [ShowIndicators.self, ShowMeasurement.self, RecomputeMeasurement.self],
    lists: [ListMeasurements.self, ListEvidence.self])
}
