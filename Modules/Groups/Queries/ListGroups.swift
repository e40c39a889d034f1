import Contracts
import Feature

struct ListGroups: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var kind: GroupKind?
  var state: GroupState?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<GroupEntity>
    var code: String
    var province: Province
    var name: String
    var kind: GroupKind
    var neighbourhood: ID<NeighbourhoodEntity>
    var state: GroupState
    var requestedOn: JalaliDay
    /// Memberships that last.
    var members: Int
  }

  static let spec = Spec(
    "groups.groups", "گروه‌ها", "Groups", "/groups", permission: .groupsRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "number of the neighbourhood"),
      "kind": ("نوع گروه", "kind of group"), "state": ("وضعیت", "state"),
      "search": ("جست‌وجو در نام", "search in names"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "groups_group t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .search("t.name_key", search)
      .column("members", "(SELECT count(*) FROM groups_membership m WHERE m.group_id = t.id AND m.until IS NULL)")
  }
}
