import Feature

extension GroupsSchema {
  /// What waits is found by its state, and what is linked by its links.
  static let states = Migration(
    "groups.states",
    "CREATE INDEX groups_group_state ON groups_group(state, province)",
    "CREATE INDEX groups_round_state ON groups_round(state, province)",
    "CREATE INDEX groups_plan_state ON groups_plan(state, province)",
    "CREATE INDEX groups_group_gathering ON groups_group(neighbourhood, gathering_on)",
    "CREATE INDEX groups_group_merged ON groups_group(merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX groups_plan_ranking ON groups_plan(ranking)")
}
