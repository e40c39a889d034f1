import Feature

extension DeadlinesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "deadlines.states",
    "CREATE INDEX deadlines_deadline_state ON deadlines_deadline(state, province)")
}
