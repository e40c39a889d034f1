import Contracts
import Feature

/// The tables of this room. Rows of other modules are named by number: their contracts answered for them when the
/// row was written.
enum GroupsSchema {
  static let all: [Migration] = [groups, plans, activities, maturity, names, states]

  /// By name, wherever it lies; by the neighbourhood and the person that somebody names.
  static let names = Migration(
    "groups.names",
    "CREATE INDEX groups_group_by_name ON groups_group(name_key)",
    "CREATE INDEX groups_group_neighbourhood ON groups_group(neighbourhood, id)",
    "CREATE INDEX groups_membership_by_person ON groups_membership(person, id)")
}
