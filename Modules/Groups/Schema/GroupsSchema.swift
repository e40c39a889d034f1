import Contracts
import Feature

/// The tables of this room. Rows of other modules are named by number: their contracts answered for them when the
/// row was written.
enum GroupsSchema {
  static let all: [Migration] = [groups, plans, activities, maturity, states]
}
