import Feature

extension EnquiriesSchema {
  /// What waits is found by its state.
  static let states = Migration(
    "enquiries.states",
    "CREATE INDEX enquiries_enquiry_state ON enquiries_enquiry(state, province)")
}
