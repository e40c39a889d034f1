import Feature

extension MobilisationSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "mobilisation.states",
    "CREATE INDEX mobilisation_clinic_state ON mobilisation_clinic(state, province)",
    "CREATE INDEX mobilisation_ranking_state ON mobilisation_ranking(state, province)")
}
