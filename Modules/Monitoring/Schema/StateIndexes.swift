import Feature

extension MonitoringSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "monitoring.states",
    "CREATE INDEX monitoring_measurement_state ON monitoring_measurement(state, province)")
}
