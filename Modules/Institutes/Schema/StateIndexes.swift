import Feature

extension InstitutesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "institutes.states",
    "CREATE INDEX institutes_institute_state ON institutes_institute(state, province)")
}
