import Feature

extension TrainingSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "training.states",
    "CREATE INDEX training_course_state ON training_course(state, province)",
    "CREATE INDEX training_enrolment_state ON training_enrolment(state, province)")
}
