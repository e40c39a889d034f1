import Contracts
public import Feature

/// The two indicators of S0, measured once a year, frozen with their evidence and recomputable.
public enum MonitoringModule: FeatureModule {
  public static let module = Module(
    "monitoring", "پایش", "Monitoring", after: ["regions", "people", "mobilisation", "groups", "training", "institutes", "healthbases"],
    words: words,
    migrations: [MonitoringSchema.tables, MonitoringSchema.states, MonitoringSchema.places, MonitoringSchema.counties],
    records: [Measurement.self, Evidence.self, CountedPlace.self, CountedCounty.self],
    rules: [
      Coverage.self, CoverageTarget.self, GrowthTarget.self, YearOver.self, YearlyMeasurement.self, RevisionAsked.self,
      MeasurementLifecycle.self, NewestRevision.self,
    ],
    actions: [MeasureYear.self, ApproveMeasurement.self],
    queries: [
      ShowIndicators.self, ShowCoverage.self, ShowCounties.self, ShowRecipients.self, ShowMeasurement.self, RecomputeMeasurement.self,
    ],
    lists: [ListMeasurements.self, ListEvidence.self, ListPlaces.self])
}
