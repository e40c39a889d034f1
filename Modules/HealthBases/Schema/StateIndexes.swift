import Feature

extension HealthBasesSchema {
  /// What waits is found by its state, and what is linked by its links.
  static let states = Migration(
    "healthbases.states",
    "CREATE INDEX healthbases_base_state ON healthbases_base(state, province)",
    "CREATE INDEX healthbases_agreement_state ON healthbases_agreement(state, province)",
    "CREATE INDEX healthbases_base_neighbourhood ON healthbases_base(neighbourhood)",
    "CREATE INDEX healthbases_agreement_of ON healthbases_agreement(institute)")
}
